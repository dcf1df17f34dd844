const { default: TestRunner } = require('jest-runner');

/** Runs its files one after another and beside no others: they start engines, and measure time. */
module.exports = class SerialRunner extends TestRunner {
  isSerial = true;
};
