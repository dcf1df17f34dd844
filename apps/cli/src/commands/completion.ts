import { Argument } from 'commander';
import { bashCompletion } from '../completion/bash';
import { treeOf } from '../completion/tree';
import { zshCompletion } from '../completion/zsh';
import type { Declare } from '../subcommand';

/** Prints what a shell needs to complete the commands. */
export const declare: Declare = (command, session) => {
  command
    .description(
      'Prints a script that teaches a shell the commands and options of this version. For bash: source <(kith completion bash). For zsh: kith completion zsh > a file _kith in a folder of $fpath.',
    )
    .addArgument(new Argument('<shell>', 'which one').choices(['bash', 'zsh']))
    .action(async (shell: 'bash' | 'zsh') => {
      const tree = treeOf((await session.whole?.()) ?? command);
      await session.terminal.print(shell === 'bash' ? bashCompletion(tree) : zshCompletion(tree));
    });
};
