// Written by `npm run client` from the OpenAPI document; `npm run check client` finds out when the two differ.

export type paths = {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the process alive?
         * @description Answers as long as it runs; a process that does not answer should be started again.
         */
        get: operations["Health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the engine ready?
         * @description Not while the log cannot be written, or a read model is stopped or lags too far; the answer says which and why.
         */
        get: operations["Health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the metrics
         * @description In the Prometheus text format. Nothing in it is about a tenant.
         */
        get: operations["Metrics_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all problems
         * @description A page, or JSON for who accepts no HTML.
         */
        get: operations["Problems_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what a problem means
         * @description A page, or JSON for who accepts no HTML.
         */
        get: operations["Problems_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who read personal data
         * @description The latest first; all conditions that are given hold. Kept where the settings say so (`accessLog`), for as many days as they say. What other processes noted in the last moment may not be there yet. Reading it is noted as well.
         */
        get: operations["AccessLog_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send commands
         * @description One command, an array of up to 1,000, or NDJSON of any length with one command a line. Arrays and streams are answered 200 with one answer for each command, in their order; a command that is refused says so in its place and changes nothing. Commands that touch the same end user, contact point, interaction, organization or ticket are done in their order, all others side by side.
         *
         *     A stream is answered while it is sent. When the storage fails, the key ends or the engine stops, no further command is begun; the last line is then `{ "outcome": "stopped", "problem": … }`, and what has no answer can be sent again.
         *
         *     One command is answered as the route for such a command answers, with 200 in place of 204.
         */
        post: operations["Commands_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contact-points/{channel}/{value}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is behind this address?
         * @description The holder of a contact point, now or in the past. A POST to `lookup` keeps the address out of URLs. The past is read from the log, waits for no read model, and says on which facts it rests; who held the contact point but was erased since is not in it.
         */
        get: operations["ContactPoints_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contact-points/{channel}/{value}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a contact point
         * @description Every fact about the address, the oldest first: who came to hold it, showed that it is theirs, let go of it. Found also when the address has come to be blocked since. After an erasure the facts stay: whoever knows the address sees that somebody had it, not who that was.
         */
        get: operations["History_ofContactPoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contact-points/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Who is behind these addresses?
         * @description Up to 1,000 contact points in one go; answers come in the order asked.
         */
        post: operations["ContactPoints_lookUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contact-points/share": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Share a contact point
         * @description Several end users may hold it: a switchboard, a family’s telephone, `info@`. From then on it decides nothing alone. Sharing what is shared already succeeds.
         */
        post: operations["Sharing_share"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contact-points/unshare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Share a contact point no more
         * @description One end user at most holds it from here on, and it decides again. Refused while there are more: detach them first.
         */
        post: operations["Sharing_unshare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who was declared different
         * @description The latest declaration first, also those that count no longer.
         */
        get: operations["Differences_list"];
        put?: never;
        /**
         * Declare two end users different
         * @description They are not one person: nobody and nothing merges them, nor anybody of their clusters with each other, and the pair is no longer suggested. It counts until it is withdrawn, or `until` is over. Declaring what is declared already succeeds.
         */
        post: operations["Differences_declare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/differences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw a declaration
         * @description The two may be merged again, and suggested. The body can be left out.
         */
        delete: operations["Differences_withdraw"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who may be one person
         * @description Each two once, side by side, with all that tells of it: the strongest rule first, of one rule the newest first. Nobody who is gone, and no two who are one already or were declared different. A page that is not full still has a `nextCursor` when there is more to look through: read on until it is null.
         */
        get: operations["Duplicates_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/duplicates/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss a suggestion
         * @description Declares the two different, as `POST /v1/differences` does: they are no longer suggested, and never merged. The body can be left out.
         */
        post: operations["Duplicates_dismiss"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/duplicates/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take up a suggestion
         * @description Merges the two, and remembers the rule that suggested it. The body can be left out: then the one that was created first goes on.
         */
        post: operations["Duplicates_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/end-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find and list end users
         * @description Those that meet all conditions given, the latest first. Pages stay right while data changes: whoever does not change meanwhile is on exactly one of them. A page that is not full still has a `nextCursor` when there is more to look through: read on until it is null.
         */
        get: operations["EndUserList_list"];
        put?: never;
        /**
         * Create an end user
         * @description With its contact points, all or nothing: when one is taken, nobody is created and the answer names the holder.
         */
        post: operations["EndUsers_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/end-users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an end user
         * @description The golden profile of its cluster, under whatever id of the cluster it is asked for.
         */
        get: operations["EndUsers_find"];
        put?: never;
        post?: never;
        /**
         * Delete an end user
         * @description Hides them: lookups and resolution no longer find them, and their contact points are given back, free for others. Nothing is erased: `restore` brings them back, and an erasure is another request.
         */
        delete: operations["EndUserLifecycle_delete"];
        options?: never;
        head?: never;
        /**
         * Change an end user
         * @description What is named is replaced, null takes it away, what is left out stays; custom fields are merged by name (RFC 7396). Saying what is so already succeeds, and changes nothing.
         */
        patch: operations["EndUserProfile_change"];
        trace?: never;
    };
    "/v1/end-users/{id}/contact-points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Attach a contact point
         * @description The end user holds it from here on. Attaching what is attached already succeeds, and with `verified` notes that it was verified.
         */
        post: operations["EndUserContactPoints_attach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/end-users/{id}/contact-points/{channel}/{value}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Detach a contact point
         * @description It belongs to nobody from here on; what came by it before stays where it is.
         */
        delete: operations["EndUserContactPoints_detach"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/end-users/{id}/contact-points/{channel}/{value}/primary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose the contact point to use on its channel
         * @description It is shown as `primary` for as long as the end user holds it. Until one is chosen, the first of a channel is.
         */
        post: operations["EndUserContactPoints_choosePrimary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/end-users/{id}/contact-points/{channel}/{value}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a contact point to another end user
         * @description In one step, so that nobody else can get it in between. `corrected`: it was always theirs, so the interactions that came by it go along, and it stays verified if it was. `reassigned`: it is theirs from now on, as a number that changed hands; what came by it before stays where it is.
         */
        post: operations["EndUserContactPoints_transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/end-users/{id}/contact-points/{channel}/{value}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note that a contact point was verified
         * @description The end user has shown that it is theirs. Noting what is noted already succeeds.
         */
        post: operations["EndUserContactPoints_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/end-users/{id}/default-organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose the default organization of an end user
         * @description Tickets and interactions from here on are its, unless a ticket names another one. What was recorded before stays where it is.
         */
        put: operations["Memberships_chooseDefault"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/end-users/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase an end user
         * @description For good: when it is answered, no key is left that opens what was written of them, and lookups no longer find them. Their contact points are given back, and what is read from is cleared and overwritten within a minute: `GET …/erasure` tells when that is certified. Ids, links and counts stay, so that a merge can still be undone for the others. Of who was deleted, too; there is no way back.
         */
        post: operations["Erasure_erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/end-users/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how far an erasure is
         * @description The last one of this profile, read from the log: right in the moment after it was asked for.
         */
        get: operations["Erasure_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/end-users/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export everything about a person
         * @description What is known of the person (GDPR art. 15 and 20), of all profiles that are this person today, whichever of their ids is asked for: profiles, contact points now and formerly, memberships, merges, notes, interactions, tickets, recipients, and every fact with where it came from. Nothing of anybody else. It is read from the log, so that it has what was written a moment ago; what is erased is told as erased. As JSON the last member is `complete`; as a page the last heading is “Complete”. An answer whose connection breaks is not complete: ask again.
         */
        get: operations["AccessExport_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/end-users/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of an end user
         * @description Every fact, the oldest first, with who, when, why, by which command, and what it changed: of all profiles that are this person today, whichever of their ids is asked for, and of the contact points that they hold or held, as far as it concerns them. `of` says whose fact it is. Points of a profile that was erased can be missing: their own histories have them.
         */
        get: operations["History_ofEndUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/end-users/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note something about an end user
         * @description It stands in the timeline from here on, with who wrote it. The same note twice is two notes, unless it is a retry under its idempotency key.
         */
        post: operations["EndUserProfile_note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/end-users/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reinstate an end user
         * @description Ends a suspension. The body can be left out.
         */
        post: operations["EndUserLifecycle_reinstate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/end-users/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a deleted end user
         * @description As they were before, suspended if they were. The contact points that the deletion took come back while they are free; those that somebody else has by now stay there and are listed. The body can be left out.
         */
        post: operations["EndUserLifecycle_restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/end-users/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend an end user
         * @description Contacts are matched as before, and the answers say that the end user is suspended. The body can be left out.
         */
        post: operations["EndUserLifecycle_suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/end-users/{id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tag an end user
         * @description Puts tags on; those that are there already stay. An end user has at most 50.
         */
        post: operations["EndUserProfile_tag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/end-users/{id}/tags/{tag}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a tag off an end user
         * @description A tag that is not there is no matter.
         */
        delete: operations["EndUserProfile_untag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/end-users/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the timeline of an end user
         * @description What happened with them on all channels, the latest first.
         */
        get: operations["EndUsers_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the events
         * @description Everything that happened in the tenant, in the order in which it was committed, one event a line, up to the end of the log as it is when asked. `Kith-Position` names that end: ask again with it as `after` once the answer has ended by itself; after `limit` lines, go on after the last line. An answer whose connection breaks is not complete: go on after its last whole line.
         */
        get: operations["Events_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the events
         * @description The same events as they are committed, as server-sent events: `id` is the position, `event` the type, `data` the event. It begins after `Last-Event-ID`, else after `after`, else now, and goes on until the client closes it, the engine stops, or the key is no longer valid; every 15 seconds an `id` without data tells how far the log was read, also where the filter let nothing through. Each time the connection ends, connect again with the last `id`: browsers do so by themselves. No event is left out, and none comes twice.
         */
        get: operations["Events_follow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/interactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List open interactions
         * @description Interactions that wait for somebody to say whose they are, the latest first.
         */
        get: operations["Interactions_listOpen"];
        put?: never;
        /**
         * Record interactions
         * @description Finds the end user behind the contact points, or creates one, and remembers what happened, with the reasons. One object gets one answer. An array of up to 1,000, or NDJSON of any length with one interaction a line, gets one answer each, in its order: items are independent of each other, one that is refused says so in its place, and items with the same contact points are handled in their order.
         *
         *     When the storage fails in between, an array is answered 503 as a whole: send it again, what was recorded is answered as before. A stream is answered while it is sent; when the storage fails, the key ends or the engine stops, no further item is begun, and the last line is `{ "outcome": "stopped", "problem": … }`. What has no answer can be sent again.
         */
        post: operations["Interactions_record"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/interactions/{id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Assign an open interaction
         * @description The answer to an ambiguous or unidentified interaction: whose it is.
         */
        post: operations["Interactions_assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/interactions/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of an interaction
         * @description How it was recorded, and who said later whose it is.
         */
        get: operations["History_ofInteraction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the API keys
         * @description The latest first, those that were revoked or have expired among them. An operator may list those of any tenant.
         */
        get: operations["Access_listKeys"];
        put?: never;
        /**
         * Make an API key
         * @description The key is shown in the answer, and again only to a retry under the same idempotency key. An operator may make keys for any tenant.
         */
        post: operations["Access_issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description When this is answered, the key lets nobody in any more, and what it was let in for before and still lasts is ended. An operator may revoke keys of any tenant. The last key that manages a tenant is taken from an operator only: make another admin key first.
         */
        delete: operations["Access_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/membership-sweeps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the work that changes make among members
         * @description A change of domains, of the settings of membership, or the end of an organization is answered at once; existing end users join and leave as work of its own, page by page, which survives a crash. The latest first, with how far each is.
         */
        get: operations["MembershipSweeps_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/membership-sweeps/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how far such work is
         * @description `endedAt` is null while it goes on.
         */
        get: operations["MembershipSweeps_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List merges
         * @description The ledger of all that were made, undone ones too, the latest first. All conditions that are given hold.
         */
        get: operations["Merges_list"];
        put?: never;
        /**
         * Merge two end users
         * @description The merged one and its whole cluster answer with the survivor from here on, under whatever id. It is a link: nothing is copied or moved, so it can be undone exactly. Whoever was merged before stands for its cluster.
         *
         *     The answer comes when every read knows of it. Should that take more than 5 seconds, `complete` is false: it is done all the same.
         */
        post: operations["Merges_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a merge
         * @description Who was merged into whom, when, by whom and why, and what became of it.
         */
        get: operations["Merges_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merges/{id}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a merge
         * @description The merged profile comes back as it was, with what was merged into it before; with `alone`, each of those comes back by itself, too. What was written to the survivor since stays there: `residue` lists it, because it may belong to either. Undoing what is undone already succeeds. The body can be left out.
         */
        post: operations["Merges_unmerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merges/{id}/unmerge/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at what undoing a merge brings back
         * @description The profile that would come back, the one that stays, and what was written since and may belong to either. Nothing is written. The body can be left out.
         */
        post: operations["MergePreviews_unmerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/merges/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at a merge before it is done
         * @description Both profiles, the one that would answer for both, where they contradict each other, what becomes visible together, and why it would be refused. Nothing is written; unless somebody writes meanwhile, it is what then happens.
         */
        post: operations["MergePreviews_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/projections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the projections
         * @description How far each read model is, why one stands still, and where the last rebuild has come.
         */
        get: operations["Operations_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/projections/{name}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retry a stopped projection
         * @description Now, instead of after its pause. One that is not stopped goes on as it does.
         */
        post: operations["Operations_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/projections/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rebuild the read models
         * @description All of them, from the beginning of the log, beside those that serve: reads are answered as before until the new ones have everything that the old ones have, and from them afterwards. The list of projections shows how far it is.
         */
        post: operations["Operations_rebuild"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organization-merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List merges of organizations
         * @description Those that stand and those that were undone, the latest first.
         */
        get: operations["OrganizationMerges_list"];
        put?: never;
        /**
         * Merge two organizations
         * @description The merged one answers with the survivor from here on, under whatever id, with its members, tickets and domains. It is a link: nothing is copied or moved, so it can be undone exactly.
         *
         *     The answer comes when every read knows of it. Should that take more than 5 seconds, `complete` is false: it is done all the same.
         */
        post: operations["OrganizationMerges_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organization-merges/{id}/unmerge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a merge of organizations
         * @description The merged organization comes back as it was, with what was merged into it before; with `alone`, each of those comes back by itself, too. Undoing what is undone already succeeds. The body can be left out.
         */
        post: operations["OrganizationMerges_unmerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find and list organizations
         * @description Those that meet all conditions given, by name; several that were merged are shown once. A page that is not full still has a `nextCursor` when there is more to look through: read on until it is null.
         */
        get: operations["OrganizationList_list"];
        put?: never;
        /**
         * Create an organization
         * @description With its domains and routing, all or nothing. Its name is unique in the tenant, whatever its case: when another one has it, the answer names that one. Who has an address at one of the domains becomes a member; existing end users do within moments, see `GET /v1/membership-sweeps`.
         */
        post: operations["Organizations_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an organization
         * @description With all that were merged into it, under whatever id of its cluster it is asked for.
         */
        get: operations["OrganizationList_find"];
        put?: never;
        post?: never;
        /**
         * Delete an organization
         * @description For ever, whichever of the ids of a merged organization is named: the one that stands for it is deleted, and those merged into it are gone with it until the merge is undone. Its members leave, as visible work (`GET /v1/membership-sweeps`), its domains make no members any more, and its name is free. Its tickets keep it, and so do its reports.
         */
        delete: operations["Organizations_delete"];
        options?: never;
        head?: never;
        /**
         * Change an organization
         * @description What is named is replaced, null takes it away, what is left out stays; custom fields are merged by name (RFC 7396). Saying what is so already succeeds, and changes nothing.
         */
        patch: operations["Organizations_change"];
        trace?: never;
    };
    "/v1/organizations/{id}/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the domains of an organization
         * @description Replaces the list. Who has an e-mail address at one of them becomes a member from here on. Existing end users join and leave accordingly: as work of its own, after the answer, seen in `GET /v1/membership-sweeps`. Who was taken out of the organization by hand is not made a member again. Domains where anybody can have an address are refused.
         */
        put: operations["OrganizationRules_setDomains"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of an organization
         * @description Every fact about it and about all organizations that are one with it today, the oldest first. Who became a member, or is none any more, is in the histories of those end users.
         */
        get: operations["History_ofOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}/interactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the interactions of an organization
         * @description Of people whose default organization it was when they were recorded, the latest first.
         */
        get: operations["OrganizationViews_interactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the members of an organization
         * @description Each person once, also of the organizations that were merged into it. A page that is not full still has a `nextCursor` when there is more to look through: read on until it is null.
         */
        get: operations["OrganizationViews_members"];
        put?: never;
        /**
         * Make an end user a member of an organization
         * @description By hand: it outlives the address that would have brought it about, and ends only by hand or with the organization. Who was a member by an address of theirs is one by hand from here on.
         */
        post: operations["Memberships_join"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}/members/{endUserId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an end user out of an organization
         * @description No address of theirs makes them a member again until somebody does by hand. Who is no member is no matter.
         */
        delete: operations["Memberships_leave"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See an organization at a glance
         * @description Who it is, who was heard of last, what is to be done, what happened last, and how busy the last 30 days were. Everything in it is bounded, however large the organization is; each part has a list of its own.
         */
        get: operations["OrganizationViews_page"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report on an organization
         * @description Tickets, interactions and people by day, week or month, in the order of when things happened, not of when they were told: late ones land in their day. With all that were merged into it. A ticket counts where it was at the time of each thing, whoever has it now; an interaction where its end user was when it was recorded.
         */
        get: operations["Reports_ofOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}/routing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set the routing of an organization
         * @description Where its tickets go, before any rule of the tenant is looked at. Tickets that are open already stay where they are.
         */
        put: operations["OrganizationRules_setRouting"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tag an organization
         * @description Puts tags on; those that are there already stay. An organization has at most 50.
         */
        post: operations["Organizations_tag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}/tags/{tag}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a tag off an organization
         * @description A tag that is not there is no matter.
         */
        delete: operations["Organizations_untag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations/{id}/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tickets of an organization
         * @description As `GET /v1/tickets`, of this organization under whatever id of its cluster.
         */
        get: operations["OrganizationViews_tickets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report on the tenant
         * @description The same of all, with and without an organization.
         */
        get: operations["Reports_ofTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find or create the end user behind contact points
         * @description The same as recording an interaction, but nothing that happened is remembered. With `create: false` nothing is ever written.
         */
        post: operations["Interactions_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retention-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List retention runs
         * @description The latest first, with how far each is.
         */
        get: operations["RetentionRuns_list"];
        put?: never;
        /**
         * Erase whom the preview told
         * @description Each person as a whole and for good, as by `POST /v1/end-users/{id}/erase`. It is answered at once; persons are erased as work of its own, page by page, which survives a crash. Right before each is erased it is looked at again: who was heard of since, or has an open ticket by now, is kept. Refused with `state-changed` when by now another number of persons would be erased than `expected`; and it never erases more.
         */
        post: operations["RetentionRuns_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retention-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how far a retention run is
         * @description `endedAt` is null while it goes on.
         */
        get: operations["RetentionRuns_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retention-runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a retention run
         * @description Nobody more is erased by it, but for a few of whom it had begun. Who is erased stays so.
         */
        post: operations["RetentionRuns_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retention-runs/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at whom a retention run would erase
         * @description Persons who were last heard of, or spoken to, before the time, whatever profile it was with; and those who never were, and were created before it. Suspended and deleted ones are among them. Who has a ticket that is neither solved nor closed is kept. Nothing is written. It looks through all end users of the tenant: with a million of them it takes seconds.
         */
        post: operations["RetentionRuns_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/route": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask where a ticket would go
         * @description What opening such a ticket now would decide, by which rule, and why: the last few rules that were looked at, and what of each did not hold. Nobody is created. The requester can be left out: then it is somebody known, who is a member of nothing.
         */
        post: operations["Routing_find"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/routing/what-if": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try rules on tickets of the past
         * @description Which of them would have gone elsewhere by these rules, the latest opened first, decided by what was known of each when it was opened. Nothing is changed: what was decided stays. A page looks at a bounded number of tickets and says of how many it tells: read on until `nextCursor` is null, and add the counts up.
         */
        post: operations["Routing_whatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the settings
         * @description As every command sees them from now on; or as they were: by `version`, or in effect `at` a position of the log. `ETag` is the version that is shown.
         */
        get: operations["Settings_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change settings
         * @description What is named is replaced, of the channels only those named. The settings are checked as a whole.
         */
        patch: operations["Settings_change"];
        trace?: never;
    };
    "/v1/settings/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the changes of the settings
         * @description The latest first, each with who made it and the position of the log from which on it holds.
         */
        get: operations["Settings_listVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tenants
         * @description Every company that uses this engine, the latest first.
         */
        get: operations["Access_listTenants"];
        put?: never;
        /**
         * Make a tenant
         * @description With its first admin key, which is shown here, and again only to a retry under the same idempotency key.
         */
        post: operations["Access_createTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find and list tickets
         * @description Those that meet all conditions given, the latest opened first. A page that is not full still has a `nextCursor` when there is more to look through: read on until it is null. `source` and `sourceId` together, and nothing else with them, find the one that another system calls so.
         */
        get: operations["TicketList_list"];
        put?: never;
        /**
         * Open a ticket
         * @description Finds its requester, by id or by contact points, and creates one when nobody has them; takes the organization that is named, or else the requester’s default at this moment; and routes it by the rules of this moment. All of that stays, whatever the rules become. A ticket is opened once for each source and id: again, it is answered as before.
         */
        post: operations["Tickets_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tickets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a ticket
         * @description With every status that was told of it, and why it was routed as it was.
         */
        get: operations["TicketList_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a ticket
         * @description Tells its status, from a time on: statuses are put in the order of `at`, whenever they are told, and one after `solved` or `closed` reopens it. Or corrects who asked; the organization stays.
         */
        patch: operations["Tickets_change"];
        trace?: never;
    };
    "/v1/tickets/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the history of a ticket
         * @description Every fact, the oldest first, each status as it was told.
         */
        get: operations["History_ofTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tickets/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a ticket to an organization
         * @description It is the other organization’s from here on, or none’s; reports of the time before still count it where it was. Its route stays.
         */
        post: operations["Tickets_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the webhooks
         * @description The oldest first, each with how far its deliveries are.
         */
        get: operations["Webhooks_list"];
        put?: never;
        /**
         * Create a webhook
         * @description Every event of the tenant is sent to its URL from then on, at least once and in order per end user: CloudEvents 1.0, signed as Standard Webhooks says. The secret is shown in the answer, and again only to a retry under the same idempotency key.
         */
        post: operations["Webhooks_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a webhook
         * @description And how far its deliveries are. Its secret is not shown.
         */
        get: operations["Webhooks_find"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook
         * @description Nothing is sent any more, and what was not delivered is forgotten.
         */
        delete: operations["Webhooks_delete"];
        options?: never;
        head?: never;
        /**
         * Change a webhook
         * @description A new URL holds for what is still to be delivered, too; types and personal data hold for events that were not read yet.
         */
        patch: operations["Webhooks_change"];
        trace?: never;
    };
    "/v1/webhooks/{id}/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the dead letters of a webhook
         * @description Events that were given up after the last try, in the order of the log.
         */
        get: operations["WebhookDeliveries_listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/dead-letters/{position}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay a dead letter of a webhook
         * @description It is delivered again, marked with the attribute `kithreplay`.
         */
        post: operations["WebhookDeliveries_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/dead-letters/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replay all dead letters of a webhook
         * @description Each is delivered again, marked with the attribute `kithreplay`.
         */
        post: operations["WebhookDeliveries_replayAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the deliveries of a webhook
         * @description Each try, the latest first: the last 1,000 are kept.
         */
        get: operations["WebhookDeliveries_listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a webhook
         * @description Nothing is sent until it is resumed, and nothing is lost. Pausing what is paused succeeds.
         */
        post: operations["Webhooks_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a webhook
         * @description It goes on where it was paused; what waits for its next try is tried at once.
         */
        post: operations["Webhooks_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rotate the secret of a webhook
         * @description Messages are signed with the new secret and, for the time asked for, with the one before it as well.
         */
        post: operations["Webhooks_rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Test a webhook
         * @description Sends a message of the type `kith.webhook.test` at once, also while the webhook is paused, and tells what the receiver answered.
         */
        post: operations["WebhookDeliveries_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
};
export type webhooks = Record<string, never>;
export type components = {
    schemas: {
        AccessEntryAnswer: {
            /**
             * Format: date-time
             * @example 2026-03-03T10:00:00.000Z
             */
            at: string;
            /**
             * @description The client that the key was made for.
             * @example helpdesk
             */
            clientName: string;
            /**
             * @description What stands in events for contact points that were asked for and that nobody had, or whose history was shown.
             * @example []
             */
            contactPointIds: string[];
            /** @example 0199b5f2-6c1d-7c70-8e02-0c5d6a7b8f22 */
            correlationId: string | null;
            /**
             * @description How many items were shown; 0 when nobody was found.
             * @example 1
             */
            count: number;
            /**
             * @description Whom something was shown of; of one that was merged both the id that was asked for and the one that answered. Empty for a feed, which shows
             *     everybody in a stretch of the log.
             * @example [
             *       "01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11"
             *     ]
             */
            endUserIds: string[];
            /** @example 0199b5f2-6c1e-7a30-9d5f-3b1c2f6a7e10 */
            id: string;
            /**
             * @description Of the key that was used.
             * @example 4f1c2a9be07d3356
             */
            keyId: string;
            /**
             * @example profile
             * @enum {string}
             */
            kind: "access-log" | "duplicate" | "export" | "feed" | "history" | "list" | "lookup" | "merge" | "profile" | "ticket" | "timeline";
            /**
             * @description Whom the client acted for, as it said.
             * @example agent-17
             */
            onBehalfOf: string | null;
            /**
             * @description Method and pattern; never the address that was asked for.
             * @example GET /v1/end-users/{id}
             */
            operation: string;
            /** @description The stretch of the log that a feed showed. */
            positions: components["schemas"]["ShownPositionsAnswer"] | null;
            /**
             * @example agent
             * @enum {string}
             */
            role: "admin" | "agent" | "auditor" | "operator" | "service";
            /** @example 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01 */
            traceparent: string | null;
        };
        AccessExportAnswer: {
            /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
            askedFor: string;
            canonicalId: string;
            /**
             * @description The last member: an export without it was cut off.
             * @enum {boolean}
             */
            complete: true;
            contactPoints: components["schemas"]["ExportedContactPointAnswer"][];
            counts: components["schemas"]["ExportCountsAnswer"];
            differences: components["schemas"]["ExportedDifferenceAnswer"][];
            /** @description In the order of the log. */
            facts: components["schemas"]["ExportedFactAnswer"][];
            /**
             * @description Another form gets another number; members may be added to this one.
             * @enum {string}
             */
            format: "kith-access-export/1";
            /** @description Profile by profile, oldest first. */
            interactions: components["schemas"]["ExportedInteractionAnswer"][];
            /**
             * Format: date-time
             * @example 2026-03-05T09:00:00.000Z
             */
            madeAt: string;
            merges: components["schemas"]["ExportedMergeAnswer"][];
            notes: components["schemas"]["ExportedNoteAnswer"][];
            notIncluded: components["schemas"]["NotInExportAnswer"][];
            organizations: components["schemas"]["ExportedMembershipAnswer"][];
            /** @description As shown today; null when nothing is shown any more. */
            person: components["schemas"]["ExportedPersonAnswer"] | null;
            /**
             * @description Everything that was recorded up to this place in the log is in it.
             * @example 4711
             */
            position: string;
            /** @description Whoever stands for the person first. */
            profiles: components["schemas"]["ExportedProfileAnswer"][];
            /** @description Profile by profile, the latest first. */
            readings: components["schemas"]["ExportedReadingAnswer"][];
            recipients: components["schemas"]["ExportedRecipientsAnswer"];
            /** @description What is in it, in its order. */
            sections: components["schemas"]["ExportSectionAnswer"][];
            /** @description Profile by profile, oldest first. */
            tickets: components["schemas"]["ExportedTicketAnswer"][];
        };
        AccessLogAnswer: {
            items: components["schemas"]["AccessEntryAnswer"][];
            /** @description Give it as `cursor` to read on; null on the last page. */
            nextCursor: string | null;
        };
        AccessLogChangesAnswer: {
            /** @example 180 */
            days?: number;
            /** @example true */
            enabled?: boolean;
        };
        AccessLogSettingsAnswer: {
            /**
             * @description Notes are kept for so many days.
             * @example 180
             */
            days: number;
            /** @example true */
            enabled: boolean;
        };
        AccessLogSettingsDto: {
            /**
             * @description Notes are kept for so many days, also those that were made before.
             * @example 180
             */
            days?: number;
            enabled?: boolean;
        };
        ActorAnswer: {
            /**
             * @description Opaque: the id of a key, of a reactor, or what an import calls itself.
             * @example k2v9qm4x
             */
            id: string;
            /** @enum {string} */
            kind: "agent" | "import" | "operator" | "reactor" | "service";
        };
        AliveAnswer: {
            /** @enum {string} */
            status: "alive";
        };
        AsOfAnswer: {
            /**
             * @description Business time: what had occurred by then.
             * @example 2026-03-03T10:00:00.000Z
             */
            asOf: string | null;
            /** @description What was in the log up to this position. */
            asOfPosition: string | null;
            /**
             * @description What was in the log by then.
             * @example 2026-03-05T10:00:00.000Z
             */
            knownAt: string | null;
        };
        AssignData: {
            /**
             * Format: uuid
             * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
             */
            endUserId: string;
            /**
             * @description `interactionId` of the answer when it was recorded.
             * @example 5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412
             */
            interactionId: string;
            reason?: string | null;
        };
        AssignDto: {
            /**
             * Format: uuid
             * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
             */
            endUserId: string;
            reason?: string | null;
        };
        AssignedAnswer: {
            /** @description The end user that stands for it after merges. */
            canonicalId: string;
            /** @description The profile that has it. */
            endUserId: string;
            interactionId: string;
            /** @description Their default organization when it was assigned: reports count it there. */
            organizationId: string | null;
        };
        AssignInteractionCommand: {
            data: components["schemas"]["AssignData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Say whose an ambiguous or unidentified interaction is. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "AssignInteraction";
        };
        AttachContactPointCommand: {
            data: components["schemas"]["EndUserPointData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Attach a contact point to an end user. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "AttachContactPoint";
        };
        AttachedContactPointAnswer: {
            /** @description The end user that stands for it after merges. */
            canonicalId: string;
            channel: string;
            /** @description The profile that holds it. */
            endUserId: string;
            key: string;
            scope: string;
            verified: boolean;
        };
        BlockedValueAnswer: {
            channel: string | null;
            value: string;
        };
        BlockedValueDto: {
            /** @description Null blocks it on every channel. */
            channel?: string | null;
            /** @example noreply@example.org */
            value: string;
        };
        CancelRetentionRunCommand: {
            data: components["schemas"]["CancelRetentionRunData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Erase nobody more by a retention run. For the role admin. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "CancelRetentionRun";
        };
        CancelRetentionRunData: {
            /**
             * Format: uuid
             * @example 01980f76-5a9c-8b73-a28d-6f708192a3b4
             */
            runId: string;
        };
        ChangedAnswer: {
            /**
             * @description The end user that stands for this one after merges.
             * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
             */
            canonicalId: string;
            /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
            id: string;
        };
        ChangedMembershipAnswer: {
            /**
             * @description The end user that stands for this one after merges.
             * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
             */
            canonicalId: string;
            /**
             * @description The organization that tickets of the end user go to; null for none.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            defaultOrganizationId: string | null;
            /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
            endUserId: string;
            /** @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a */
            organizationId: string | null;
        };
        ChangedOrganizationAnswer: {
            /**
             * @description The organization that stands for this one after merges.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            canonicalId: string;
            /** @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a */
            id: string;
        };
        ChangeEndUserData: {
            details?: string | null;
            /**
             * Format: uuid
             * @description Whom it is about.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11
             */
            endUserId: string;
            /**
             * @description Custom fields to set; null takes one away, those left out stay.
             * @example {
             *       "plan": "gold",
             *       "trial": null
             *     }
             */
            fields?: {
                [key: string]: string | number | boolean | null;
            };
            /**
             * @description BCP 47 language tag.
             * @example fr
             */
            locale?: string | null;
            /** @example Léa Martin */
            name?: string | null;
            notes?: string | null;
            /**
             * @description IANA time zone.
             * @example Europe/Paris
             */
            timeZone?: string | null;
        };
        ChangeEndUserDto: {
            details?: string | null;
            /**
             * @description Custom fields to set; null takes one away, those left out stay.
             * @example {
             *       "plan": "gold",
             *       "trial": null
             *     }
             */
            fields?: {
                [key: string]: string | number | boolean | null;
            };
            /**
             * @description BCP 47 language tag.
             * @example fr
             */
            locale?: string | null;
            /** @example Léa Martin */
            name?: string | null;
            notes?: string | null;
            /**
             * @description IANA time zone.
             * @example Europe/Paris
             */
            timeZone?: string | null;
        };
        ChangeEndUserProfileCommand: {
            data: components["schemas"]["ChangeEndUserData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Change what is known of an end user; null takes a value away. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "ChangeEndUserProfile";
        };
        ChangeOrganizationCommand: {
            data: components["schemas"]["ChangeOrganizationData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Change what is known of an organization, its name included; null takes a value away. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "ChangeOrganization";
        };
        ChangeOrganizationData: {
            /** @example Sells anvils. */
            details?: string | null;
            /**
             * @description What another system calls it.
             * @example crm-2041
             */
            externalId?: string | null;
            /**
             * @description Custom fields to set; null takes one away, those left out stay.
             * @example {
             *       "segment": "enterprise",
             *       "trial": null
             *     }
             */
            fields?: {
                [key: string]: string | number | boolean | null;
            };
            /**
             * @description Unique in the tenant, whatever its case.
             * @example Acme Group
             */
            name?: string;
            /** @example Ask for their purchase order number. */
            notes?: string | null;
            /**
             * Format: uuid
             * @description Which organization it is about.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            organizationId: string;
        };
        ChangeOrganizationDto: {
            /** @example Sells anvils. */
            details?: string | null;
            /**
             * @description What another system calls it.
             * @example crm-2041
             */
            externalId?: string | null;
            /**
             * @description Custom fields to set; null takes one away, those left out stay.
             * @example {
             *       "segment": "enterprise",
             *       "trial": null
             *     }
             */
            fields?: {
                [key: string]: string | number | boolean | null;
            };
            /**
             * @description Unique in the tenant, whatever its case.
             * @example Acme Group
             */
            name?: string;
            /** @example Ask for their purchase order number. */
            notes?: string | null;
        };
        ChangeSettingsCommand: {
            data: components["schemas"]["ChangeSettingsDto"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Change settings of the tenant; with the role admin only. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "ChangeSettings";
        };
        ChangeSettingsDto: {
            /** @description Who reads which personal data: `GET /v1/access-log`. */
            accessLog?: components["schemas"]["AccessLogSettingsDto"];
            /** @description Values that never make a contact point; replaces the list. */
            blocklist?: components["schemas"]["BlockedValueDto"][];
            /** @description Channels to add or to change, by name. */
            channels?: {
                [key: string]: components["schemas"]["ChannelAnswer"];
            };
            /**
             * @description ISO 3166-1 alpha-2 region of phone numbers written without a country code; null accepts none.
             * @example FR
             */
            defaultRegion?: string | null;
            /** @description Who joins and leaves by a change does so as visible work: `GET /v1/membership-sweeps`. */
            membership?: components["schemas"]["MembershipSettingsDto"];
            /**
             * @description For so many days a contact point that was released starts a new profile only by a verified contact; 0 is not at all.
             * @example 90
             */
            quarantineDays?: number;
            /** @description Where tickets go. Tickets that were routed before stay where they are; `POST /v1/routing/what-if` tells what would be different. */
            routing?: components["schemas"]["RoutingSettingsDto"];
            /** @description Pairs of channels whose equal keys mean the same person; replaces the list. */
            siblings?: string[][];
            /** @description Which profile's values an end user shows that was merged. Nothing is lost by changing it. */
            survivorship?: components["schemas"]["SurvivorshipDto"];
        };
        ChangeTicketDto: {
            /**
             * Format: date-time
             * @description From when on the status is in force, not in the future; now when absent. One that is told late takes its place in the past.
             * @example 2026-03-04T09:30:00Z
             */
            at?: string | null;
            contactPoints?: components["schemas"]["ContactPointDto"][] | null;
            /** @description Why the requester is corrected. */
            reason?: string | null;
            /**
             * Format: uuid
             * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
             */
            requesterId?: string | null;
            /**
             * @example solved
             * @enum {string}
             */
            status?: "closed" | "new" | "on-hold" | "open" | "pending" | "solved";
        };
        ChangeTicketStatusCommand: {
            data: components["schemas"]["TicketStatusData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Tell the status of a ticket, from a time on. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "ChangeTicketStatus";
        };
        ChangeWebhookDto: {
            /**
             * @description Null takes it away.
             * @example The new data warehouse
             */
            description?: string | null;
            /** @example true */
            personalData?: boolean;
            /**
             * @description All when empty. Holds for events that were not read yet.
             * @example [
             *       "EndUserCreated"
             *     ]
             */
            types?: ("ApiKeyCreated" | "ApiKeyRevoked" | "ContactPointAttached" | "ContactPointReleased" | "ContactPointShared" | "ContactPointUnshared" | "ContactPointVerified" | "DefaultOrganizationChosen" | "DifferenceWithdrawn" | "EndUserAbsorbed" | "EndUserCreated" | "EndUserCreationAbandoned" | "EndUserDeleted" | "EndUserErased" | "EndUserErasureCertified" | "EndUserMerged" | "EndUserNoted" | "EndUserProfileChanged" | "EndUserReinstated" | "EndUserRestored" | "EndUserSeparated" | "EndUserSuspended" | "EndUserTagged" | "EndUserUnmerged" | "EndUserUntagged" | "EndUsersDeclaredDifferent" | "InteractionAssigned" | "InteractionRecorded" | "MembershipSweepAdvanced" | "MembershipSweepEnded" | "MembershipSweepStarted" | "MergeRefused" | "MergeReservationReleased" | "MergeReserved" | "OrganizationAbsorbed" | "OrganizationCreated" | "OrganizationDeleted" | "OrganizationDetailsChanged" | "OrganizationDomainsChanged" | "OrganizationJoined" | "OrganizationLeft" | "OrganizationMergeRefused" | "OrganizationMergeReservationReleased" | "OrganizationMergeReserved" | "OrganizationMerged" | "OrganizationNameClaimed" | "OrganizationNameReleased" | "OrganizationRenamed" | "OrganizationRoutingChanged" | "OrganizationSeparated" | "OrganizationTagged" | "OrganizationUnmerged" | "OrganizationUntagged" | "PrimaryContactPointChosen" | "RetentionRunAdvanced" | "RetentionRunCancelled" | "RetentionRunEnded" | "RetentionRunStarted" | "SettingsChanged" | "TenantCreated" | "TicketMovedToOrganization" | "TicketOpened" | "TicketRequesterCorrected" | "TicketRouted" | "TicketStatusChanged" | "WebhookChanged" | "WebhookCreated" | "WebhookDeleted" | "WebhookPaused" | "WebhookResumed" | "WebhookSecretRotated")[];
            /** @example https://hooks.example.org/kith/v2 */
            url?: string;
        };
        ChannelAnswer: {
            limit: number;
            /** @enum {string} */
            normaliser: "e164/1" | "email/1" | "handle/1" | "opaque/1" | "whatsapp/1";
            priority: number;
            scoped: boolean;
            verifiedOnly: boolean;
        };
        ChooseDefaultOrganizationCommand: {
            data: components["schemas"]["DefaultOrganizationData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Choose which of its organizations the tickets of an end user go to; null is none. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "ChooseDefaultOrganization";
        };
        ChoosePrimaryContactPointCommand: {
            data: components["schemas"]["EndUserNamedPointData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Choose the contact point to use on its channel. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "ChoosePrimaryContactPoint";
        };
        ClaimedDomainAnswer: {
            /**
             * @description In ASCII, lower case.
             * @example acme.example
             */
            domain: string;
            /**
             * @description Domains below it that it does not stand for.
             * @example [
             *       "partners.acme.example"
             *     ]
             */
            except: string[];
            /** @description Which organization of the cluster claims it. */
            organizationId: string;
            /** @example 100 */
            precedence: number;
            /** @example true */
            subdomains: boolean;
        };
        CommandAnswer: {
            /**
             * @description `unchanged`: it was so already. `refused`: it changed nothing. `failed`: the engine could not do it now, send it again.
             * @example done
             * @enum {string}
             */
            outcome: "done" | "failed" | "refused" | "unchanged";
            /**
             * @description Position of the last event that it appended; null when there is none. To be given as `Kith-After`.
             * @example 1041
             */
            position: string | null;
            /** @description Why it was not done; pointers lead into the item, of an array into the array. */
            problem?: components["schemas"]["ProblemAnswer"];
            /**
             * @description The body that the route for one such command would have answered.
             * @example {
             *       "id": "01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11",
             *       "canonicalId": "01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11"
             *     }
             */
            result: {
                [key: string]: unknown;
            } | null;
            /**
             * @description The status that the route for one such command would have answered.
             * @example 200
             */
            status: number;
            /**
             * @description As it was sent; null for an item that is no command.
             * @example TagEndUser
             */
            type: string | null;
        };
        CompletedMergeAnswer: {
            /**
             * Format: date-time
             * @description When it was recorded; null while the ledger does not have it.
             * @example 2026-03-03T10:00:00.000Z
             */
            at: string | null;
            /**
             * @description Every read answers by it. False when that took longer than 5 seconds: it is done all the same, and reads follow.
             * @example true
             */
            complete: boolean;
            /** @example 01980f73-2d69-8e40-9f5a-3c4d5e6f7081 */
            id: string;
            /** @description The merged profile by itself, as it was before and comes back when this is undone; null while the read models cannot show it. */
            merged: components["schemas"]["EndUserAnswer"] | null;
            /**
             * @description The profile that was linked: it stood for its cluster.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12
             */
            mergedId: string;
            reason: string | null;
            rule: string | null;
            /** @enum {string} */
            status: "completed" | "undone";
            /** @description The end user that goes on, as it is now; null while the read models cannot show it. */
            survivor: components["schemas"]["EndUserAnswer"] | null;
            /**
             * @description The profile that the merged one is linked to: it stood for its cluster.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11
             */
            survivorId: string;
        };
        ContactPointDto: {
            /**
             * @description A channel of the tenant; `sms` and `voice` are media over `phone`.
             * @example email
             */
            channel: string;
            /** @description The page, provider or system that ids of this channel belong to; only where the channel needs one. */
            scope?: string;
            /**
             * @description The address, number, handle or id.
             * @example Lea@Example.org
             */
            value: string;
            /** @description The customer has shown that it is theirs. */
            verified?: boolean;
        };
        ContactPointNameAnswer: {
            /** @example email */
            channel: string;
            /**
             * @description The normalised value.
             * @example lea@example.org
             */
            key: string;
            /**
             * @description Empty where the channel needs none.
             * @example
             */
            scope: string;
        };
        CorrectedRequesterAnswer: {
            /**
             * @description The end user that stands for it after merges.
             * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
             */
            canonicalId: string;
            /** @example 5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412 */
            id: string;
            /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
            requesterId: string;
        };
        CorrectRequesterData: {
            contactPoints?: components["schemas"]["ContactPointDto"][] | null;
            /** @example Her assistant wrote it. */
            reason?: string | null;
            /**
             * Format: uuid
             * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
             */
            requesterId?: string | null;
            /**
             * @description `id` of the answer when it was opened.
             * @example 5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412
             */
            ticketId: string;
        };
        CorrectTicketRequesterCommand: {
            data: components["schemas"]["CorrectRequesterData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Say who asked a ticket, when it was somebody else. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "CorrectTicketRequester";
        };
        CreatedEndUserAnswer: {
            /** @description The same, for it was merged with nobody; a retry tells who stands for it by then. */
            canonicalId: string;
            /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
            id: string;
            /** @description Who may be the same person, as far as that is known at once. */
            possibleDuplicates: components["schemas"]["PossibleDuplicateAnswer"][];
        };
        CreatedOrganizationAnswer: {
            /** @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a */
            id: string;
        };
        CreatedTenantAnswer: {
            adminKey: components["schemas"]["IssuedKeyAnswer"];
            tenant: string;
        };
        CreatedWebhookAnswer: {
            /** @example 2026-03-03T10:00:00.000Z */
            createdAt: string;
            /** @example The data warehouse */
            description: string | null;
            /** @example 5d0c38a7-0b1f-8c55-9d2e-6f6f3f0f8a11 */
            id: string;
            /**
             * @description Why it is paused: somebody asked for it, or the receiver answered 410 Gone.
             * @enum {string|null}
             */
            pauseCause: "asked" | "gone" | null;
            /** @example false */
            personalData: boolean;
            /**
             * @description What signatures are checked with (Standard Webhooks).
             * @example whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDbZ2mXg8vDXo=
             */
            secret: string;
            state: components["schemas"]["WebhookStateAnswer"];
            /**
             * @example active
             * @enum {string}
             */
            status: "active" | "deleted" | "paused";
            /**
             * @description All when empty.
             * @example [
             *       "EndUserCreated",
             *       "ContactPointAttached"
             *     ]
             */
            types: string[];
            /** @example 2026-03-03T10:00:00.000Z */
            updatedAt: string;
            /** @example https://hooks.example.org/kith */
            url: string;
        };
        CreateEndUserCommand: {
            data: components["schemas"]["CreateEndUserDto"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Create an end user, with contact points; all or nothing. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "CreateEndUser";
        };
        CreateEndUserDto: {
            contactPoints?: components["schemas"]["ContactPointDto"][] | null;
            details?: string | null;
            /** @description Custom fields: text, numbers, booleans. */
            fields?: {
                [key: string]: string | number | boolean;
            } | null;
            /**
             * @description BCP 47 language tag.
             * @example fr
             */
            locale?: string | null;
            /** @example Léa Martin */
            name?: string | null;
            notes?: string | null;
            /**
             * @example [
             *       "vip"
             *     ]
             */
            tags?: string[] | null;
            /**
             * @description IANA time zone.
             * @example Europe/Paris
             */
            timeZone?: string | null;
        };
        CreateKeyDto: {
            /**
             * @description Who uses it: the scope of idempotency keys, which survives a change of key.
             * @example helpdesk
             */
            clientName: string;
            /**
             * Format: date-time
             * @description A time to come, from which on it lets nobody in; never when absent.
             * @example 2027-03-03T10:00:00Z
             */
            expiresAt?: string | null;
            /**
             * @description For the role agent: ids of the organizations that it is limited to. It sees end users, tickets and reports of these, and nothing
             *     else of the tenant; what is no end user's, organization's or ticket's it may not ask for. Without limits when absent.
             * @example [
             *       "01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11"
             *     ]
             */
            organizations?: string[] | null;
            /**
             * @description What it may do. Operator keys are made by configuration only.
             * @enum {string}
             */
            role: "admin" | "agent" | "auditor" | "service";
            /** @description For operators: the tenant it is for; the caller's own when absent. */
            tenant?: string | null;
        };
        CreateOrganizationCommand: {
            data: components["schemas"]["CreateOrganizationDto"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Create an organization, with domains and routing; all or nothing. Domains and routing for the roles admin and service only. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "CreateOrganization";
        };
        CreateOrganizationDto: {
            /** @example Sells anvils. */
            details?: string | null;
            /** @description Who has an address at one of them becomes a member. For keys with the role admin or service. */
            domains?: components["schemas"]["DomainClaimDto"][] | null;
            /**
             * @description What another system calls it.
             * @example crm-2041
             */
            externalId?: string | null;
            /** @description Custom fields: text, numbers, booleans. */
            fields?: {
                [key: string]: string | number | boolean;
            } | null;
            /**
             * @description Unique in the tenant, whatever its case.
             * @example Acme Ltd
             */
            name: string;
            /** @example Ask for their purchase order number. */
            notes?: string | null;
            /** @description For keys with the role admin or service. */
            routing?: components["schemas"]["OrganizationRoutingDto"] | null;
            /**
             * @example [
             *       "gold"
             *     ]
             */
            tags?: string[] | null;
        };
        CreateTenantDto: {
            /** @example acme */
            tenant: string;
        };
        CreateWebhookDto: {
            /** @example The data warehouse */
            description?: string | null;
            /**
             * @description `now`, or the position after which deliveries begin: 0 sends the whole log.
             * @example now
             */
            from?: string | null;
            /**
             * @description Whether names, addresses and other personal fields are sent, too; they are left out when absent.
             * @example false
             */
            personalData?: boolean | null;
            /**
             * @description Only events of these types; all when absent or empty.
             * @example [
             *       "EndUserCreated",
             *       "ContactPointAttached"
             *     ]
             */
            types?: ("ApiKeyCreated" | "ApiKeyRevoked" | "ContactPointAttached" | "ContactPointReleased" | "ContactPointShared" | "ContactPointUnshared" | "ContactPointVerified" | "DefaultOrganizationChosen" | "DifferenceWithdrawn" | "EndUserAbsorbed" | "EndUserCreated" | "EndUserCreationAbandoned" | "EndUserDeleted" | "EndUserErased" | "EndUserErasureCertified" | "EndUserMerged" | "EndUserNoted" | "EndUserProfileChanged" | "EndUserReinstated" | "EndUserRestored" | "EndUserSeparated" | "EndUserSuspended" | "EndUserTagged" | "EndUserUnmerged" | "EndUserUntagged" | "EndUsersDeclaredDifferent" | "InteractionAssigned" | "InteractionRecorded" | "MembershipSweepAdvanced" | "MembershipSweepEnded" | "MembershipSweepStarted" | "MergeRefused" | "MergeReservationReleased" | "MergeReserved" | "OrganizationAbsorbed" | "OrganizationCreated" | "OrganizationDeleted" | "OrganizationDetailsChanged" | "OrganizationDomainsChanged" | "OrganizationJoined" | "OrganizationLeft" | "OrganizationMergeRefused" | "OrganizationMergeReservationReleased" | "OrganizationMergeReserved" | "OrganizationMerged" | "OrganizationNameClaimed" | "OrganizationNameReleased" | "OrganizationRenamed" | "OrganizationRoutingChanged" | "OrganizationSeparated" | "OrganizationTagged" | "OrganizationUnmerged" | "OrganizationUntagged" | "PrimaryContactPointChosen" | "RetentionRunAdvanced" | "RetentionRunCancelled" | "RetentionRunEnded" | "RetentionRunStarted" | "SettingsChanged" | "TenantCreated" | "TicketMovedToOrganization" | "TicketOpened" | "TicketRequesterCorrected" | "TicketRouted" | "TicketStatusChanged" | "WebhookChanged" | "WebhookCreated" | "WebhookDeleted" | "WebhookPaused" | "WebhookResumed" | "WebhookSecretRotated")[] | null;
            /**
             * @description Where events are sent by `POST`: https, on the public network, without a password in it.
             * @example https://hooks.example.org/kith
             */
            url: string;
        };
        DayOfActivityAnswer: {
            /**
             * @description UTC.
             * @example 2026-03-03
             */
            day: string;
            /** @example 12 */
            inbound: number;
            /** @example 9 */
            outbound: number;
            /** @example 3 */
            ticketsOpened: number;
            /** @example 2 */
            ticketsSolved: number;
        };
        DeadLetterAnswer: {
            /** @example 12 */
            attempts: number;
            /** @example 2026-03-06T14:00:00.000Z */
            diedAt: string;
            /** @enum {string|null} */
            error: "answer-malformed" | "name-unresolved" | "redirected" | "target-refused" | "timeout" | "tls-failed" | "unreachable" | null;
            /** @example 5d0c38a7-0b1f-8c55-9d2e-6f6f3f0f8a11 */
            eventId: string;
            /** @example 1041 */
            position: string;
            /** @example 2026-03-03T10:00:00.000Z */
            recordedAt: string;
            /**
             * @description Of the last try.
             * @example 500
             */
            statusCode: number | null;
            /** @example EndUserCreated */
            type: string;
        };
        DeadLettersAnswer: {
            items: components["schemas"]["DeadLetterAnswer"][];
            nextCursor: string | null;
        };
        DeclaredAnswer: {
            /** @description The lower id of the two. */
            endUserId: string;
            /** @example 01980f74-3e7a-8f51-a06b-4d5e6f708192 */
            id: string;
            /** @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12 */
            otherId: string;
            /**
             * Format: date-time
             * @description Null: until it is withdrawn.
             * @example 2027-03-03T10:00:00.000Z
             */
            until: string | null;
        };
        DeclareDifferentCommand: {
            data: components["schemas"]["DifferenceDto"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Declare that two end users are not one person: they are never merged, nor suggested. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "DeclareDifferent";
        };
        DefaultOrganizationData: {
            /**
             * Format: uuid
             * @description Whom it is about.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11
             */
            endUserId: string;
            /**
             * Format: uuid
             * @description One that the end user is a member of; null is none.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            organizationId: string | null;
        };
        DefaultOrganizationDto: {
            /**
             * Format: uuid
             * @description One that the end user is a member of; null is none.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            organizationId: string | null;
        };
        DeleteEndUserCommand: {
            data: components["schemas"]["EndUserReasonData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Hide an end user and free its contact points. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "DeleteEndUser";
        };
        DeleteOrganizationCommand: {
            data: components["schemas"]["OrganizationReasonData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Delete an organization for ever, or the one that it was merged into: its members leave, its tickets keep it. For the roles admin and service. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "DeleteOrganization";
        };
        DeliveriesAnswer: {
            items: components["schemas"]["DeliveryAnswer"][];
            nextCursor: string | null;
        };
        DeliveryAnswer: {
            /** @example 2026-03-03T10:00:00.000Z */
            at: string;
            /**
             * @description 1 is the first.
             * @example 1
             */
            attempt: number;
            /** @example 48 */
            durationMs: number;
            /** @enum {string|null} */
            error: "answer-malformed" | "name-unresolved" | "redirected" | "target-refused" | "timeout" | "tls-failed" | "unreachable" | null;
            /**
             * @description `webhook-id` of the message, and id of its CloudEvent.
             * @example 5d0c38a7-0b1f-8c55-9d2e-6f6f3f0f8a11
             */
            eventId: string;
            /**
             * @description `failed` is tried again, `dead` was the last try.
             * @example delivered
             * @enum {string}
             */
            outcome: "dead" | "delivered" | "failed";
            /** @example 1041 */
            position: string;
            /**
             * @description It was given up once, and somebody asked for it again.
             * @example false
             */
            replay: boolean;
            /**
             * @description What the receiver answered; null without an answer.
             * @example 204
             */
            statusCode: number | null;
            /** @example EndUserCreated */
            type: string;
        };
        DetachContactPointCommand: {
            data: components["schemas"]["EndUserNamedPointData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Take a contact point off an end user. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "DetachContactPoint";
        };
        DifferenceAnswer: {
            actor: components["schemas"]["ActorAnswer"];
            /**
             * Format: date-time
             * @example 2026-03-03T10:00:00.000Z
             */
            at: string;
            /** @description The lower id of the two. */
            endUserId: string;
            /** @example 01980f74-3e7a-8f51-a06b-4d5e6f708192 */
            id: string;
            onBehalfOf: string | null;
            /** @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12 */
            otherId: string;
            /** @description Of its event. */
            position: string;
            reason: string | null;
            /**
             * @description It counts now: neither withdrawn, nor replaced, nor past its time.
             * @example true
             */
            standing: boolean;
            /**
             * Format: date-time
             * @description Null: until it is withdrawn.
             * @example 2027-03-03T10:00:00.000Z
             */
            until: string | null;
            withdrawn: components["schemas"]["WithdrawalAnswer"] | null;
        };
        DifferenceDto: {
            /**
             * Format: uuid
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11
             */
            endUserId: string;
            /**
             * Format: uuid
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12
             */
            otherId: string;
            /** @example Father and son. */
            reason?: string | null;
            /**
             * Format: date-time
             * @description RFC 3339: from then on it counts no longer. For ever when absent.
             * @example 2027-03-03T10:00:00Z
             */
            until?: string | null;
        };
        DifferencesAnswer: {
            items: components["schemas"]["DifferenceAnswer"][];
            /** @description Give it as `cursor` to read on; null on the last page. */
            nextCursor: string | null;
        };
        DomainClaimDto: {
            /**
             * @description One under which addresses are given out; letters of any script.
             * @example acme.example
             */
            domain: string;
            /**
             * @description Domains below it that it does not stand for, with all below them.
             * @example [
             *       "partners.acme.example"
             *     ]
             */
            except?: string[] | null;
            /**
             * @description Of two claims of the same domain the one with the lower number wins, then the older one. 100 when absent.
             * @example 100
             */
            precedence?: number | null;
            /**
             * @description Whether it stands for the domains below it, too; not when absent. A claim of one of those is more specific, and wins.
             * @example true
             */
            subdomains?: boolean | null;
        };
        DuplicateAnswer: {
            /** @description By their canonical ids, the lower first. */
            endUserIds: string[];
            /** @description Both as they are shown, in the same order. */
            endUsers: components["schemas"]["EndUserAnswer"][];
            /** @description The strongest first. */
            evidence: components["schemas"]["EvidenceAnswer"][];
            /**
             * @description Both ids with a dot between.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11.01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12
             */
            id: string;
            /**
             * @description The strongest of the evidence.
             * @enum {string}
             */
            rule: "met-in-interaction" | "same-mailbox" | "same-name-and-domain" | "same-name-and-organization" | "same-number";
        };
        DuplicatePointAnswer: {
            channel: string | null;
            /** @description The profile that has it. */
            endUserId: string | null;
            /** @example 5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412 */
            id: string;
            key: string | null;
        };
        DuplicatesAnswer: {
            items: components["schemas"]["DuplicateAnswer"][];
            /** @description Give it as `cursor` to read on; null on the last page. */
            nextCursor: string | null;
        };
        EndUserAnswer: {
            canonicalId: string;
            contactPoints: components["schemas"]["OwnContactPointAnswer"][];
            createdAt: string;
            details: string | null;
            fields: {
                [key: string]: unknown;
            };
            /** @description The id asked for. */
            id: string;
            lastInteractionAt: string | null;
            locale: string | null;
            mergedFrom: string[];
            name: string | null;
            notes: string | null;
            organizations: components["schemas"]["MembershipAnswer"][];
            /** @enum {string} */
            origin: "agent" | "api" | "contacted" | "import";
            /** @description Of the last event on the profile's own stream. */
            revision: number;
            /** @description For each value that is known, the profile it comes from. */
            sources: {
                [key: string]: string;
            };
            /** @enum {string} */
            status: "active" | "deleted" | "erased" | "merged" | "suspended";
            tags: string[];
            timeZone: string | null;
            updatedAt: string;
        };
        EndUserListAnswer: {
            items: components["schemas"]["ListedEndUserAnswer"][];
            /**
             * @description Give it as `cursor` to read on, also after a page that is not full; null on the last page.
             * @example WyJlbmQgdXNlcnMiLCIiLDQyXQ
             */
            nextCursor: string | null;
        };
        EndUserNamedPointData: {
            /**
             * @description A channel of the tenant; `sms` and `voice` are media over `phone`.
             * @example email
             */
            channel: string;
            /**
             * Format: uuid
             * @description Whom it is about.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11
             */
            endUserId: string;
            /** @description The page, provider or system that ids of this channel belong to; only where the channel needs one. */
            scope?: string;
            /**
             * @description The address, number, handle or id.
             * @example Lea@Example.org
             */
            value: string;
        };
        EndUserNoteData: {
            /**
             * Format: uuid
             * @description Whom it is about.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11
             */
            endUserId: string;
            /** @example Prefers to be called after six. */
            note: string;
        };
        EndUserPointData: {
            /**
             * @description A channel of the tenant; `sms` and `voice` are media over `phone`.
             * @example email
             */
            channel: string;
            /**
             * Format: uuid
             * @description Whom it is about.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11
             */
            endUserId: string;
            /** @description The page, provider or system that ids of this channel belong to; only where the channel needs one. */
            scope?: string;
            /**
             * @description The address, number, handle or id.
             * @example Lea@Example.org
             */
            value: string;
            /** @description The customer has shown that it is theirs. */
            verified?: boolean;
        };
        EndUserReasonData: {
            /**
             * Format: uuid
             * @description Whom it is about.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11
             */
            endUserId: string;
            /** @example Asked for it by telephone. */
            reason?: string | null;
        };
        EndUserTagsData: {
            /**
             * Format: uuid
             * @description Whom it is about.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11
             */
            endUserId: string;
            /**
             * @example [
             *       "vip"
             *     ]
             */
            tags: string[];
        };
        ErasedAnswer: {
            /** @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11 */
            id: string;
            /**
             * @description Every profile that is erased, the one that stood for the person first.
             * @example [
             *       "01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11"
             *     ]
             */
            profiles: string[];
            /**
             * @example person
             * @enum {string}
             */
            scope: "person" | "profile";
        };
        EraseDto: {
            /**
             * @description `person`: every profile that is this person today, whichever of their ids is asked for. `profile`: the one that is named, where it stands;
             *     others of the person go on.
             * @example person
             * @enum {string}
             */
            scope: "person" | "profile";
        };
        EraseEndUserCommand: {
            data: components["schemas"]["EraseEndUserData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Erase an end user for good; with the role admin only. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "EraseEndUser";
        };
        EraseEndUserData: {
            /**
             * Format: uuid
             * @description Whom it is about.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11
             */
            endUserId: string;
            /**
             * @description `person`: every profile that is this person today, whichever of their ids is asked for. `profile`: the one that is named, where it stands;
             *     others of the person go on.
             * @example person
             * @enum {string}
             */
            scope: "person" | "profile";
        };
        ErasureAnswer: {
            certificate: components["schemas"]["ErasureCertificateAnswer"] | null;
            /**
             * Format: date-time
             * @description When it was erased, recorded time.
             * @example 2026-03-03T10:00:00.000Z
             */
            erasedAt: string;
            /** @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11 */
            id: string;
            /**
             * @description Every profile that is erased, the one that stood for the person first.
             * @example [
             *       "01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11"
             *     ]
             */
            profiles: string[];
            /**
             * @example person
             * @enum {string}
             */
            scope: "person" | "profile";
            /**
             * @description Nothing opens what was written of them in either state. `pending`: what is read from has not been cleared and overwritten everywhere yet.
             * @example certified
             * @enum {string}
             */
            state: "certified" | "pending";
        };
        ErasureCertificateAnswer: {
            /**
             * Format: date-time
             * @description Recorded time.
             * @example 2026-03-03T10:00:21.000Z
             */
            at: string;
            /** @description Digests of the contact points that were given back. */
            contactPoints: string[];
            /**
             * @description Ids of the keys that exist no more: whatever they sealed is unreadable for ever.
             * @example [
             *       "01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a99"
             *     ]
             */
            keys: string[];
            /**
             * @description The stores in whose files no byte of it is left. What other stores have deleted is for their servers to overwrite.
             * @example [
             *       "read-models",
             *       "key-vault"
             *     ]
             */
            overwritten: ("key-vault" | "read-models")[];
            /**
             * @description Of the event that says so.
             * @example 1041
             */
            position: string;
        };
        EventStoreHealth: {
            /** @description Position of the last event; null when it cannot be read. */
            head: string | null;
            /** @enum {string} */
            status: "ok" | "unavailable";
            /** @description The last append could be stored. */
            writable: boolean;
        };
        EvidenceAnswer: {
            /** @description The domain that is the same; null for other rules. */
            domain: string | null;
            /** @description The profiles that share something, the lower id first: members of the two clusters. */
            endUserIds: string[];
            /** @description The name that is the same, folded; null for other rules. */
            name: string | null;
            /** @description The organization that is the same, as it was joined; null for other rules. */
            organizationId: string | null;
            points: components["schemas"]["DuplicatePointAnswer"][];
            /** @description Of the event since which it is so. */
            position: string;
            /**
             * @description `same-mailbox`: two addresses that one provider delivers to one mailbox. `same-number`: one number on two channels. `met-in-interaction`:
             *     both held a contact point of one contact. `same-name-and-domain`: one name, at one company’s e-mail domain. `same-name-and-organization`:
             *     one name, members of one organization.
             * @enum {string}
             */
            rule: "met-in-interaction" | "same-mailbox" | "same-name-and-domain" | "same-name-and-organization" | "same-number";
        };
        ExportCountsAnswer: {
            /** @example 17 */
            facts: number;
            /** @example 41 */
            interactions: number;
            /** @example 2 */
            notes: number;
            /** @example 7 */
            readings: number;
            /** @example 3 */
            tickets: number;
        };
        ExportedActorAnswer: {
            /**
             * @description Of a system; null for people who work for the company.
             * @example k2v9qm4x
             */
            id: string | null;
            /** @enum {string} */
            kind: "agent" | "import" | "operator" | "reactor" | "service";
            /**
             * @description What the system calls itself.
             * @example helpdesk
             */
            name: string | null;
        };
        ExportedAddressAnswer: {
            channel: string;
            key: string | null;
            scope: string;
        };
        ExportedContactPointAnswer: {
            attached: components["schemas"]["OriginsAnswer"];
            channel: string;
            endedBecause: string | null;
            /** @description Normalised; null when it is erased. */
            key: string | null;
            /** @example email/1 */
            normaliser: string;
            /** @description Somebody chose it as the one to use on its channel. */
            primary: boolean;
            profileId: string;
            released: components["schemas"]["OriginsAnswer"] | null;
            scope: string;
            since: string;
            /** @description Null while it is held. */
            until: string | null;
            /** @description As it was given; null when it is erased. */
            value: string | null;
            verifiedAt: string | null;
        };
        ExportedDifferenceAnswer: {
            /** @example 2026-03-03T10:00:00.000Z */
            at: string;
            /** @example 01980f73-2d69-8e40-9f5a-3c4d5e6f7082 */
            declarationId: string;
            otherId: string;
            profileId: string;
            reason: string | null;
            until: string | null;
            withdrawnAt: string | null;
        };
        ExportedFactAnswer: {
            actor: components["schemas"]["ExportedActorAnswer"];
            /** @description Of contact points, `holders` names profiles of the person alone. */
            changes: components["schemas"]["FieldChangeAnswer"][];
            /** @description What it said of the person is erased. */
            erased: boolean;
            /** @example 0199b5f2-6c1e-8a30-9d5f-3b1c2f6a7e10 */
            eventId: string;
            /**
             * Format: date-time
             * @description When it happened out there.
             * @example 2026-03-03T10:00:00.000Z
             */
            occurredAt: string;
            of: components["schemas"]["HistoryOfAnswer"];
            /**
             * @description Place in the log, in commit order.
             * @example 4711
             */
            position: string;
            reason: string | null;
            /**
             * Format: date-time
             * @description When the engine recorded it.
             * @example 2026-03-03T10:00:00.123Z
             */
            recordedAt: string;
            /**
             * @description What happened, in plain English.
             * @example What is known of the end user was changed.
             */
            says: string;
            /** @example EndUserProfileChanged */
            type: string;
            /** @description It has words that are another person's: they are left out. */
            withheld: boolean;
        };
        ExportedInteractionAnswer: {
            /** @description Why somebody said later that it is theirs. */
            assignedBecause: string | null;
            channel: string;
            /** @description Null when it came by an address that was never theirs. */
            contactPoint: components["schemas"]["ExportedAddressAnswer"] | null;
            /** @enum {string} */
            direction: "inbound" | "outbound";
            erased: boolean;
            facts: components["schemas"]["OriginsAnswer"][];
            interactionId: string;
            /** @example 2026-03-03T10:00:00.000Z */
            occurredAt: string;
            /** @example Acme Ltd */
            organization: string | null;
            organizationId: string | null;
            /** @enum {string} */
            outcome: "ambiguous" | "created" | "matched" | "unidentified";
            profileId: string;
            resolution: components["schemas"]["ExportedResolutionAnswer"];
            /** @example helpdesk */
            source: string;
            /** @example mail-81 */
            sourceId: string | null;
            /** @example Where is my order? */
            summary: string | null;
            /** @example T-1 */
            ticketId: string | null;
            /** @example email */
            via: string;
        };
        ExportedMembershipAnswer: {
            /** @example manual */
            because: string;
            /** @description The default one today. */
            default: boolean;
            endedBecause: string | null;
            joined: components["schemas"]["OriginsAnswer"];
            left: components["schemas"]["OriginsAnswer"] | null;
            /**
             * @description What it is called today.
             * @example Acme Ltd
             */
            organization: string | null;
            organizationId: string;
            profileId: string;
            since: string;
            until: string | null;
        };
        ExportedMergeAnswer: {
            /** @example 2026-03-03T10:00:00.000Z */
            at: string;
            mergeId: string;
            otherId: string;
            profileId: string;
            reason: string | null;
            /** @enum {string} */
            role: "merged" | "survivor";
            /** @description What asked for it when no person did. */
            rule: string | null;
            undoneAt: string | null;
        };
        ExportedNoteAnswer: {
            /** @description Null when it is erased. */
            note: string | null;
            origin: components["schemas"]["OriginsAnswer"];
            profileId: string;
        };
        ExportedPersonAnswer: {
            details: string | null;
            /**
             * @example {
             *       "plan": "gold"
             *     }
             */
            fields: {
                [key: string]: string | number | boolean;
            };
            locale: string | null;
            name: string | null;
            notes: string | null;
            /** @description For each value that is known, the profile it comes from. */
            sources: {
                [key: string]: string;
            };
            /** @example active */
            status: string;
            tags: string[];
            timeZone: string | null;
        };
        ExportedProfileAnswer: {
            created: components["schemas"]["OriginsAnswer"] | null;
            details: string | null;
            /**
             * @example {
             *       "plan": "gold"
             *     }
             */
            fields: {
                [key: string]: string | number | boolean;
            };
            id: string;
            locale: string | null;
            name: string | null;
            notes: string | null;
            /** @example api */
            origin: string | null;
            /**
             * @description For each value that is known, the fact it comes from: by `name`, `tags`, `fields.plan`.
             * @example {}
             */
            sources: {
                [key: string]: components["schemas"]["OriginsAnswer"];
            };
            /** @example active */
            status: string;
            tags: string[];
            timeZone: string | null;
        };
        ExportedReadersAnswer: {
            /** @example 1 */
            formerKeys: number;
            /** @example 2 */
            keys: number;
            /** @example Profiles, contact points, timelines, tickets and interactions. */
            mayRead: string;
            /**
             * @description Of systems; people who work for the company are not named.
             * @example [
             *       "helpdesk"
             *     ]
             */
            names: string[];
            /** @example service */
            role: string;
        };
        ExportedReadingAnswer: {
            /** @example 2026-03-03T10:00:00.000Z */
            at: string;
            /** @example profile */
            kind: string;
            /** @example helpdesk */
            name: string | null;
            /** @example GET /v1/end-users/{id} */
            operation: string;
            profileId: string;
            /** @example service */
            role: string;
        };
        ExportedRecipientsAnswer: {
            readers: components["schemas"]["ExportedReadersAnswer"][];
            webhooks: components["schemas"]["ExportedWebhookAnswer"][];
        };
        ExportedResolutionAnswer: {
            /** @example resolve/1 */
            policy: string;
            /** @example 3 */
            settingsVersion: number;
            /** @description Rules about other people are left out. */
            why: components["schemas"]["ExportedRuleAnswer"][];
        };
        ExportedRouteAnswer: {
            /** @description Tags of the organization that the rules looked at. */
            organizationTags: string[];
            /** @example route/1 */
            policy: string;
            /** @example normal */
            priority: string;
            /** @example support */
            queue: string;
            reasons: components["schemas"]["ExportedRoutingReasonAnswer"][];
            /** @example fallback */
            rule: string;
            /** @example 3 */
            settingsVersion: number;
            tags: string[];
        };
        ExportedRoutingReasonAnswer: {
            failed: string | null;
            holds: boolean;
            /** @example fallback */
            rule: string;
        };
        ExportedRuleAnswer: {
            channel: string;
            detail?: string;
            /** @example held-by */
            rule: string;
        };
        ExportedStatusAnswer: {
            /** @example 2026-03-03T10:00:00.000Z */
            at: string;
            /** @example open */
            status: string;
        };
        ExportedTicketAnswer: {
            channel: string;
            contactPoint: components["schemas"]["ExportedAddressAnswer"] | null;
            /** @description From when on it was known to be theirs, when it was taken for another person's before. */
            correctedAt: string | null;
            correctedBecause: string | null;
            erased: boolean;
            facts: components["schemas"]["OriginsAnswer"][];
            firstContact: boolean;
            /** @example fr */
            language: string | null;
            /** @example 2026-03-03T10:00:00.000Z */
            openedAt: string;
            organizations: components["schemas"]["ExportedTicketOrganizationAnswer"][];
            profileId: string;
            resolution: components["schemas"]["ExportedResolutionAnswer"] | null;
            route: components["schemas"]["ExportedRouteAnswer"] | null;
            /** @example helpdesk */
            source: string;
            /** @example T-1 */
            sourceId: string | null;
            statuses: components["schemas"]["ExportedStatusAnswer"][];
            /** @example Where is my order? */
            subject: string | null;
            tags: string[];
            /** @example 5d41402abc4b2a76b9719d911017c5925d41402abc4b2a76b9719d911017c592 */
            ticketId: string;
            /** @example email */
            via: string;
        };
        ExportedTicketOrganizationAnswer: {
            /** @example 2026-03-03T10:00:00.000Z */
            at: string;
            /** @example Acme Ltd */
            organization: string | null;
            organizationId: string | null;
            reason: string | null;
        };
        ExportedWebhookAnswer: {
            /** @example Customer records of the shop */
            description: string | null;
            /** @example crm.example */
            host: string | null;
            since: string;
            /** @example active */
            status: string;
            /**
             * @description Every type when empty.
             * @example [
             *       "EndUserProfileChanged"
             *     ]
             */
            types: string[];
            until: string | null;
            /** @example 01980f74-3e7a-7f51-8a6b-4d5e6f708192 */
            webhookId: string;
        };
        ExportSectionAnswer: {
            /**
             * @example [
             *       "15(1)",
             *       "15(3)"
             *     ]
             */
            articles: string[];
            /**
             * @description Of the member that it is.
             * @example contactPoints
             */
            name: string;
            /** @example Addresses on all channels that the person holds or held. */
            says: string;
        };
        FactAnswer: {
            /** @example 0199b5f2-6c1e-8a30-9d5f-3b1c2f6a7e10 */
            eventId: string;
            /**
             * Format: date-time
             * @description When it happened out there.
             * @example 2026-03-03T10:00:00.000Z
             */
            occurredAt: string;
            of: components["schemas"]["HistoryOfAnswer"];
            /**
             * @description Place in the log, in commit order.
             * @example 4711
             */
            position: string;
            /**
             * Format: date-time
             * @description When the engine recorded it.
             * @example 2026-03-03T10:00:00.123Z
             */
            recordedAt: string;
            /** @example EndUserProfileChanged */
            type: string;
        };
        FailedItemAnswer: {
            /**
             * @example failed
             * @enum {string}
             */
            outcome: "failed";
            /** @description Why. */
            problem: components["schemas"]["ProblemAnswer"];
        };
        FedEventAnswer: {
            actor: components["schemas"]["ActorAnswer"];
            /**
             * @description The command, or the event, that brought it about.
             * @example 0199b5f2-6c1d-8b5e-a1f0-9a0b7c3d2e11
             */
            causationId: string;
            /** @example 0199b5f2-6c1d-8b5e-a1f0-9a0b7c3d2e11 */
            commandId: string;
            /**
             * @description Groups what one request, or one chain of requests, brought about.
             * @example 0199b5f2-6c1d-7c70-8e02-0c5d6a7b8f22
             */
            correlationId: string;
            /**
             * @description What the event says, as its type has it. Personal fields are absent when withheld, and read `erased` when erased.
             * @example {
             *       "tags": [
             *         "vip"
             *       ],
             *       "marks": [
             *         "m1"
             *       ]
             *     }
             */
            data: {
                [key: string]: unknown;
            };
            /** @example 0199b5f2-6c1e-8a30-9d5f-3b1c2f6a7e10 */
            id: string;
            /**
             * Format: date-time
             * @description When it happened out there.
             * @example 2026-03-03T10:00:00.000Z
             */
            occurredAt: string;
            /**
             * @description Opaque id of the person or system that the actor acted for.
             * @example agent-17
             */
            onBehalfOf: string | null;
            /**
             * @description What is shown of personal fields: there are `none` in it, they are `shown`, `withheld` from this reader, or `erased` with their person.
             * @example shown
             * @enum {string}
             */
            personal: "erased" | "none" | "shown" | "withheld";
            /**
             * @description Place in the log, in commit order: what comes later has a greater one. Give it as `after` to go on behind this event.
             * @example 4711
             */
            position: string;
            /**
             * Format: date-time
             * @description When the engine recorded it.
             * @example 2026-03-03T10:00:00.123Z
             */
            recordedAt: string;
            /** @description In a merge and an unmerge, the ids that lead elsewhere from here on; null in every other event. */
            rekey: components["schemas"]["RekeyedAnswer"][] | null;
            /**
             * @description 0 is the first event of the stream.
             * @example 3
             */
            revision: number;
            /**
             * @description Version of the shape that `data` has.
             * @example 1
             */
            schema: number;
            /** @example endUser-default.0199b5f2-6c1d-7bb1-8c44-52a3f0f4c9de */
            stream: string;
            /**
             * @description The end user it is about, as the event names it (before any merge).
             * @example 0199b5f2-6c1d-7bb1-8c44-52a3f0f4c9de
             */
            subject: string | null;
            /** @example EndUserTagged */
            type: string;
        };
        FieldChangeAnswer: {
            /**
             * @description Null where it has no value any more, or cannot be read any more.
             * @example Léa Martin
             */
            after: string | number | boolean | unknown[] | {
                [key: string]: unknown;
            } | null;
            /**
             * @description Null where it had no value, or cannot be read any more.
             * @example Lea Martin
             */
            before: string | number | boolean | unknown[] | {
                [key: string]: unknown;
            } | null;
            /** @example name */
            field: string;
        };
        FieldErrorAnswer: {
            /** @example The text must have 1 to 254 characters. */
            detail: string;
            /** @example If-Match */
            header?: string;
            /**
             * @description A part of the path, or a query parameter.
             * @example limit
             */
            parameter?: string;
            /**
             * @description JSON pointer (RFC 6901) into the body.
             * @example /contactPoints/0/value
             */
            pointer?: string;
        };
        FoundRouteAnswer: {
            /** @description The end user that stands for it after merges. */
            canonicalId: string | null;
            /** @description What was decided on. */
            facts: components["schemas"]["RoutingFactsAnswer"];
            /** @description As it was named, or the requester's default organization. */
            organizationId: string | null;
            /** @description The profile that would be the requester; null for nobody in particular, or for somebody who would be created. */
            requesterId: string | null;
            route: components["schemas"]["RoutedAnswer"];
        };
        FoundTicketAnswer: {
            channel: string;
            /** @description The requester had never been heard of before. */
            firstContact: boolean;
            /**
             * @description What stands for source and id in paths.
             * @example 5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412
             */
            id: string;
            /** @example fr */
            language: string | null;
            openedAt: string;
            organization: components["schemas"]["TicketOrganizationAnswer"] | null;
            /** @description Why it was routed as it was: the last few rules that were looked at, the one that was taken last. */
            reasons: components["schemas"]["RoutingReasonAnswer"][];
            requester: components["schemas"]["RequesterAnswer"];
            route: components["schemas"]["TicketRouteAnswer"] | null;
            source: string;
            /**
             * @description Its id there; null once the requester that it was opened for is erased, like `subject`.
             * @example T-1042
             */
            sourceId: string | null;
            /** @enum {string} */
            status: "closed" | "new" | "on-hold" | "open" | "pending" | "solved";
            /** @description Every status that was told of, in the order of time. */
            statuses: components["schemas"]["TicketStatusEntryAnswer"][];
            /**
             * @description From when on the status is in force.
             * @example 2026-03-03T10:00:00.000Z
             */
            statusSince: string;
            /** @example Where is my order? */
            subject: string | null;
            /** @description Those that it was opened with. */
            tags: string[];
            /** @description When its last event was recorded. */
            updatedAt: string;
            via: string;
        };
        FurtherOrganizationUnmergeAnswer: {
            /** @example 01980f73-2d69-8e40-9f5a-3c4d5e6f7082 */
            id: string;
            /**
             * @description Which came back by it.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5c
             */
            mergedId: string;
        };
        FurtherUnmergeAnswer: {
            /** @example 01980f73-2d69-8e40-9f5a-3c4d5e6f7082 */
            id: string;
            /**
             * @description Who came back by it.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a13
             */
            mergedId: string;
        };
        GainedAnswer: {
            contactPoints: components["schemas"]["OwnContactPointAnswer"][];
            organizations: components["schemas"]["MembershipAnswer"][];
        };
        HealthAnswer: {
            eventStore: components["schemas"]["EventStoreHealth"];
            keyVault: components["schemas"]["KeyVaultHealth"];
            /** @description Empty while the projector is being started. */
            projections: components["schemas"]["ProjectionHealth"][];
            /** @description Empty while the reactors are being started. */
            reactors: components["schemas"]["ReactorHealth"][];
            readModels: components["schemas"]["ReadModelsHealth"];
            /** @description The past moment that a replay shows; null for an engine that serves the present. */
            replay: components["schemas"]["ReplayHealth"] | null;
            /** @enum {string} */
            status: "not-ready" | "ready";
            webhooks: components["schemas"]["WebhooksHealth"];
            work: components["schemas"]["WorkHealth"][];
        };
        HistoryAnswer: {
            items: components["schemas"]["HistoryEntryAnswer"][];
            /** @description For the next page; null at the last fact. */
            nextCursor: string | null;
        };
        HistoryEntryAnswer: {
            actor: components["schemas"]["ActorAnswer"];
            /**
             * @description The command, or the event, that brought it about.
             * @example 0199b5f2-6c1d-8b5e-a1f0-9a0b7c3d2e11
             */
            causationId: string;
            /** @description Empty where nothing that is kept in fields changed. */
            changes: components["schemas"]["FieldChangeAnswer"][];
            /** @example 0199b5f2-6c1d-8b5e-a1f0-9a0b7c3d2e11 */
            commandId: string;
            /** @example 0199b5f2-6c1d-7c70-8e02-0c5d6a7b8f22 */
            correlationId: string;
            /** @description What it said of a person is erased: those values are not among the changes, the fact stays. */
            erased: boolean;
            /** @example 0199b5f2-6c1e-8a30-9d5f-3b1c2f6a7e10 */
            eventId: string;
            /**
             * Format: date-time
             * @description When it happened out there.
             * @example 2026-03-03T10:00:00.000Z
             */
            occurredAt: string;
            of: components["schemas"]["HistoryOfAnswer"];
            /**
             * @description Whom the actor acted for, as it said.
             * @example agent-17
             */
            onBehalfOf: string | null;
            /**
             * @description Place in the log, in commit order.
             * @example 4711
             */
            position: string;
            /** @description As whoever did it gave it. */
            reason: string | null;
            /**
             * Format: date-time
             * @description When the engine recorded it.
             * @example 2026-03-03T10:00:00.123Z
             */
            recordedAt: string;
            /**
             * @description What happened, in plain English.
             * @example What is known of the end user was changed.
             */
            says: string;
            /** @example EndUserProfileChanged */
            type: string;
        };
        HistoryOfAnswer: {
            /**
             * @description Of an end user or an organization; of the others the digest that stands for them in events.
             * @example 0199b5f2-6c1d-7bb1-8c44-52a3f0f4c9de
             */
            id: string;
            /** @enum {string} */
            kind: "contact-point" | "end-user" | "interaction" | "organization" | "ticket";
        };
        HolderAnswer: {
            /** @description The end user that stands for this one after merges. */
            canonicalId: string;
            /** @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11 */
            endUserId: string;
            /** @example Léa Martin */
            name: string | null;
            /** @description From when on; business time. */
            since: string;
            verified: boolean;
        };
        HoldersAnswer: {
            /** @example phone */
            channel: string;
            holders: components["schemas"]["HolderAnswer"][];
            /**
             * @description The normalised value.
             * @example +33612345678
             */
            key: string;
            scope: string;
            /** @description Several end users may hold it. */
            shared: boolean;
        };
        HoursAnswer: {
            /**
             * @example [
             *       1,
             *       2,
             *       3,
             *       4,
             *       5
             *     ]
             */
            days: number[];
            /** @example 09:00 */
            from: string;
            /** @example Europe/Paris */
            timeZone: string;
            /** @example 18:00 */
            to: string;
        };
        HoursDto: {
            /**
             * @description 1 is Monday, 7 is Sunday (ISO 8601).
             * @example [
             *       1,
             *       2,
             *       3,
             *       4,
             *       5
             *     ]
             */
            days: number[];
            /** @example 09:00 */
            from: string;
            /** @example Europe/Paris */
            timeZone: string;
            /**
             * @description Not included. At or before `from`, it is a time of the next day, and the hours count as the day on which they began.
             * @example 18:00
             */
            to: string;
        };
        InteractionDto: {
            /**
             * @description The channel it came by.
             * @example email
             */
            channel: string;
            /** @description The addresses that came with it. None makes it unidentified. */
            contactPoints: components["schemas"]["ContactPointDto"][];
            /**
             * @description Inbound when absent.
             * @enum {string|null}
             */
            direction?: "inbound" | "outbound" | null;
            /**
             * @description Its id there: an interaction is recorded once.
             * @example mail-81
             */
            id: string;
            /**
             * Format: date-time
             * @description When it happened, not in the future; now when absent.
             * @example 2026-03-03T10:00:00Z
             */
            occurredAt?: string | null;
            /** @description What it tells of the person; used when the end user is created. */
            profile?: components["schemas"]["ProfileDto"] | null;
            /**
             * @description The system that reports it.
             * @example helpdesk
             */
            source: string;
            /** @example Where is my order? */
            summary?: string | null;
            ticketId?: string | null;
            /**
             * @description The medium, such as `voice` or `sms` over a `phone` contact point; the channel when absent.
             * @example email
             */
            via?: string | null;
        };
        InteractionsTogetherAnswer: {
            /** @example 3 */
            merged: number;
            /** @example 12 */
            survivor: number;
        };
        IssuedKeyAnswer: {
            /** @example helpdesk */
            clientName: string;
            /** @example 2027-03-03T10:00:00.000Z */
            expiresAt: string | null;
            /**
             * @description `kith_<keyId>_<secret>`: keep it, only a hash of it is stored.
             * @example kith_4f1c2a9be07d3356_3VXl5OQz86CmrXY2hwmoJazhiJdxv5h54dASBqXW1uo
             */
            key: string;
            /** @example 4f1c2a9be07d3356 */
            keyId: string;
            /** @description Null for one that sees everything. */
            organizations: string[] | null;
            /** @example service */
            role: string;
        };
        JoinOrganizationCommand: {
            data: components["schemas"]["JoinOrganizationData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Make an end user a member of an organization, by hand. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "JoinOrganization";
        };
        JoinOrganizationData: {
            /**
             * @description Whether it becomes the default organization of the end user. The first one does in any case.
             * @example true
             */
            default?: boolean | null;
            /**
             * Format: uuid
             * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
             */
            endUserId: string;
            /**
             * Format: uuid
             * @description Which organization it is about.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            organizationId: string;
        };
        JoinOrganizationDto: {
            /**
             * @description Whether it becomes the default organization of the end user. The first one does in any case.
             * @example true
             */
            default?: boolean | null;
            /**
             * Format: uuid
             * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
             */
            endUserId: string;
        };
        KeptAnswer: {
            /**
             * @description Of whom a ticket is neither solved nor closed.
             * @example 4
             */
            openTickets: number;
        };
        KeyAnswer: {
            /** @example helpdesk */
            clientName: string;
            /** @example 2026-03-03T10:00:00.000Z */
            createdAt: string;
            /**
             * @description From then on it lets nobody in; null for never.
             * @example 2027-03-03T10:00:00.000Z
             */
            expiresAt: string | null;
            /** @example 4f1c2a9be07d3356 */
            keyId: string;
            /** @description It is limited to these; null for one that sees everything. */
            organizations: string[] | null;
            /** @description Null for one that is not revoked. */
            revokedAt: string | null;
            /** @example service */
            role: string;
        };
        KeysAnswer: {
            items: components["schemas"]["KeyAnswer"][];
            nextCursor: string | null;
        };
        KeyVaultHealth: {
            /** @enum {string} */
            status: "ok" | "unavailable";
        };
        LastFailureAnswer: {
            /** @example 2026-03-03T10:00:00.000Z */
            at: string;
            error: string | null;
            /** @example 503 */
            statusCode: number | null;
        };
        LeaveOrganizationCommand: {
            data: components["schemas"]["LeaveOrganizationData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Take an end user out of an organization; no address makes them a member again. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "LeaveOrganization";
        };
        LeaveOrganizationData: {
            /**
             * Format: uuid
             * @description Whom it is about.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11
             */
            endUserId: string;
            /**
             * Format: uuid
             * @description Which organization it is about.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            organizationId: string;
        };
        LeavingAnswer: {
            contactPoints: components["schemas"]["OwnContactPointAnswer"][];
            /** @example 3 */
            interactions: number;
            /** @description The profiles: who comes back, first. */
            members: string[];
            organizations: components["schemas"]["MembershipAnswer"][];
            /**
             * @description Those that they asked.
             * @example 1
             */
            tickets: number;
        };
        ListedContactPointAnswer: {
            /** @example email */
            channel: string;
            /**
             * @description Normalised.
             * @example lea@example.org
             */
            key: string;
            /** @description The one to use on its channel. */
            primary: boolean;
            /** @example  */
            scope: string;
            /**
             * @description As it was first given.
             * @example Lea@Example.org
             */
            value: string;
            verified: boolean;
        };
        ListedEndUserAnswer: {
            /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
            canonicalId: string;
            contactPoints: components["schemas"]["ListedContactPointAnswer"][];
            /** @example 2026-03-03T10:00:00.000Z */
            createdAt: string;
            /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
            id: string;
            /** @example 2026-03-04T08:15:00.000Z */
            lastInteractionAt: string | null;
            /** @example Léa Martin */
            name: string | null;
            /** @enum {string} */
            status: "active" | "deleted" | "suspended";
            /**
             * @example [
             *       "vip"
             *     ]
             */
            tags: string[];
        };
        ListedOrganizationAnswer: {
            /** @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a */
            canonicalId: string;
            createdAt: string;
            /**
             * @description Those that it claims, each once.
             * @example [
             *       "acme.example"
             *     ]
             */
            domains: string[];
            /** @example crm-2041 */
            externalId: string | null;
            /** @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a */
            id: string;
            /**
             * @description Persons, each once.
             * @example 12
             */
            memberCount: number;
            /** @example Acme Ltd */
            name: string | null;
            /** @enum {string} */
            status: "active" | "deleted" | "merged";
            /**
             * @example [
             *       "gold"
             *     ]
             */
            tags: string[];
            updatedAt: string;
        };
        LookUpAnswer: {
            /** @description Null where nobody holds the contact point, or the value can be none. */
            items: (components["schemas"]["HoldersAnswer"] | null)[];
        };
        LookUpDto: {
            contactPoints: components["schemas"]["NamedPointDto"][];
        };
        MemberAnswer: {
            /**
             * @description By hand, by an e-mail address of theirs, or by an import.
             * @example domain
             * @enum {string}
             */
            cause: "domain" | "import" | "manual";
            /** @description Each channel once. */
            channels: components["schemas"]["MemberChannelAnswer"][];
            /**
             * @description Whether tickets and interactions of the person are this organization's unless they name another.
             * @example true
             */
            default: boolean;
            id: string;
            /** @example 2026-03-03T10:00:00.000Z */
            joinedAt: string;
            lastInteractionAt: string | null;
            name: string | null;
            /** @enum {string} */
            status: "active" | "deleted" | "suspended";
        };
        MemberChannelAnswer: {
            channel: string;
            value: string;
        };
        MembersAnswer: {
            items: components["schemas"]["MemberAnswer"][];
            /** @description Give it as `cursor` to read on, also after a page that is not full; null on the last page. */
            nextCursor: string | null;
        };
        MembershipAnswer: {
            /**
             * @description The organization that stands for it after merges.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            canonicalId: string;
            /** @description Whether tickets and interactions are its unless they name another one. */
            default: boolean;
            /**
             * @description As it was joined.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            id: string;
            /** @example Acme Ltd */
            name: string | null;
            /**
             * @description By hand, by an e-mail address of theirs, or by an import.
             * @example domain
             * @enum {string}
             */
            reason: "domain" | "import" | "manual";
            since: string;
        };
        MembershipChangesAnswer: {
            /**
             * @example [
             *       "mail.example"
             *     ]
             */
            freeMail?: string[];
            /** @example [] */
            notFreeMail?: string[];
            verifiedOnly?: boolean;
        };
        MembershipSettingsAnswer: {
            /**
             * @description Where anybody can have an address, beside the known ones.
             * @example [
             *       "mail.example"
             *     ]
             */
            freeMail: string[];
            /**
             * @description Those of the known ones where that is not so, here.
             * @example []
             */
            notFreeMail: string[];
            verifiedOnly: boolean;
        };
        MembershipSettingsDto: {
            /**
             * @description Domains where anybody can have an address, beside those that are known to be so: they make nobody a member. ASCII, lower case; replaces the list.
             * @example [
             *       "mail.example"
             *     ]
             */
            freeMail?: string[];
            /**
             * @description Those of the known ones where that is not so, here; replaces the list.
             * @example []
             */
            notFreeMail?: string[];
            /** @description Only those that were verified. */
            verifiedOnly?: boolean;
        };
        MembershipSweepAnswer: {
            /**
             * @description When the last page was done.
             * @example 2026-03-03T10:00:01.000Z
             */
            advancedAt: string | null;
            /** @enum {string} */
            because: "domains-changed" | "organization-deleted" | "settings-changed";
            /**
             * @description Those whose addresses are looked at; null where it is not about domains.
             * @example [
             *       "acme.example"
             *     ]
             */
            domains: string[] | null;
            /**
             * @description Null while it goes on.
             * @example 2026-03-03T10:00:02.000Z
             */
            endedAt: string | null;
            /** @example 01980f75-4f8b-8a62-b17c-5e6f70819203 */
            id: string;
            /**
             * @description Memberships that began by it.
             * @example 80
             */
            joined: number;
            /**
             * @description Memberships that ended by it.
             * @example 0
             */
            left: number;
            /** @description Whose domains changed, or which was deleted; null for a change of settings. */
            organizationId: string | null;
            /**
             * @description Profiles that were looked at so far.
             * @example 1200
             */
            scanned: number;
            /** @description The version of the settings that it follows. */
            settingsVersion: number | null;
            startedAt: string;
        };
        MembershipSweepsAnswer: {
            items: components["schemas"]["MembershipSweepAnswer"][];
            /** @description Give it as `cursor` to read on; null on the last page. */
            nextCursor: string | null;
        };
        MergeAnswer: {
            actor: components["schemas"]["ActorAnswer"];
            /**
             * Format: date-time
             * @description When it was recorded.
             * @example 2026-03-03T10:00:00.000Z
             */
            at: string;
            /** @example 01980f73-2d69-8e40-9f5a-3c4d5e6f7081 */
            id: string;
            /** @description The profiles that changed their canonical end user by it: the merged one and its members. */
            members: string[];
            /**
             * @description The profile that was linked: it stood for its cluster.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12
             */
            mergedId: string;
            named: components["schemas"]["NamedPairAnswer"];
            /**
             * Format: date-time
             * @description When it happened out there.
             * @example 2026-03-03T10:00:00.000Z
             */
            occurredAt: string;
            onBehalfOf: string | null;
            /** @description Of the event that linked them. */
            position: string;
            reason: string | null;
            /**
             * @description What asked for it when no person did, such as the rule of an accepted suggestion.
             * @example same-number
             */
            rule: string | null;
            /** @enum {string} */
            status: "completed" | "undone";
            /**
             * @description The profile that the merged one is linked to: it stood for its cluster.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11
             */
            survivorId: string;
            undone: components["schemas"]["UndoneAnswer"] | null;
        };
        MergeConflictAnswer: {
            /**
             * @description What is shown afterwards; null when it is neither.
             * @example Léa Martin
             */
            chosen: string | number | boolean | null;
            /**
             * @description `status`, a value such as `name`, a custom field such as `fields.plan`, or the contact point to use on a channel such as `primary.email`.
             * @example name
             */
            field: string;
            /** @example L. Martin */
            merged: string | number | boolean;
            /** @example Léa Martin */
            survivor: string | number | boolean;
        };
        MergedOrganizationsAnswer: {
            /**
             * @description Every read answers by it. False when that took longer than 5 seconds: it is done all the same, and reads follow.
             * @example true
             */
            complete: boolean;
            /** @example 01980f73-2d69-8e40-9f5a-3c4d5e6f7081 */
            id: string;
            /**
             * @description The organization that was linked: it stood for its cluster.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5b
             */
            mergedId: string;
            /** @enum {string} */
            status: "completed" | "undone";
            /** @description The organization that goes on, as it is now; null while the read models cannot show it. */
            survivor: components["schemas"]["OrganizationAnswer"] | null;
            /**
             * @description The organization that the merged one is linked to: it stood for its cluster.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            survivorId: string;
        };
        MergeDto: {
            /**
             * Format: uuid
             * @description Who is linked to it.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12
             */
            mergedId: string;
            /**
             * @description Why, for those who read it later.
             * @example Called from the number that she had given by e-mail.
             */
            reason?: string | null;
            /**
             * Format: uuid
             * @description Who goes on: its values come first.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11
             */
            survivorId: string;
        };
        MergeDuplicateDto: {
            /** @example Asked for it by telephone. */
            reason?: string | null;
            /**
             * Format: uuid
             * @description Who of the two goes on; the one that was created first when absent.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11
             */
            survivorId?: string | null;
        };
        MergeOrganizationsCommand: {
            data: components["schemas"]["MergeOrganizationsDto"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Link an organization to another one, which goes on for both. For the roles admin and service. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "MergeOrganizations";
        };
        MergeOrganizationsDto: {
            /**
             * Format: uuid
             * @description Which is linked to it.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5b
             */
            mergedId: string;
            /** @example One company under two names. */
            reason?: string | null;
            /**
             * Format: uuid
             * @description Which goes on: its values come first.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            survivorId: string;
        };
        MergePreviewAnswer: {
            /** @description What both answer with afterwards; `sources` names the profile that each value comes from. */
            after: components["schemas"]["EndUserAnswer"];
            conflicts: components["schemas"]["MergeConflictAnswer"][];
            gained: components["schemas"]["GainedAnswer"];
            merged: components["schemas"]["EndUserAnswer"];
            /** @example true */
            possible: boolean;
            /** @example [] */
            refusals: components["schemas"]["WouldBeRefusedAnswer"][];
            /** @description The two as they are now. */
            survivor: components["schemas"]["EndUserAnswer"];
            together: components["schemas"]["TogetherAnswer"];
        };
        MergesAnswer: {
            items: components["schemas"]["MergeAnswer"][];
            /** @description Give it as `cursor` to read on; null on the last page. */
            nextCursor: string | null;
        };
        MergeUsersCommand: {
            data: components["schemas"]["MergeDto"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Link an end user to another one, who goes on for both. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "MergeUsers";
        };
        MergingPairDto: {
            /**
             * Format: uuid
             * @description Who is linked to it.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12
             */
            mergedId: string;
            /**
             * Format: uuid
             * @description Who goes on: its values come first.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11
             */
            survivorId: string;
        };
        MovedTicketAnswer: {
            /** @example 5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412 */
            id: string;
            organizationId: string | null;
        };
        MoveTicketData: {
            /**
             * Format: uuid
             * @description Null is no organization's.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            organizationId: string | null;
            /** @example It is about the order of her employer. */
            reason?: string | null;
            /**
             * @description `id` of the answer when it was opened.
             * @example 5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412
             */
            ticketId: string;
        };
        MoveTicketDto: {
            /**
             * Format: uuid
             * @description Null is no organization's.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            organizationId: string | null;
            /** @example It is about the order of her employer. */
            reason?: string | null;
        };
        MoveTicketToOrganizationCommand: {
            data: components["schemas"]["MoveTicketData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Say which organization a ticket is of from here on; null is none. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "MoveTicketToOrganization";
        };
        NamedPairAnswer: {
            /** @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12 */
            mergedId: string;
            /** @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11 */
            survivorId: string;
        };
        NamedPointDto: {
            /**
             * @description A channel of the tenant; `sms` and `voice` are media over `phone`.
             * @example email
             */
            channel: string;
            /** @description The page, provider or system that ids of this channel belong to; only where the channel needs one. */
            scope?: string;
            /**
             * @description The address, number, handle or id.
             * @example Lea@Example.org
             */
            value: string;
        };
        NoteDto: {
            /** @example Prefers to be called after six. */
            note: string;
        };
        NoteEndUserCommand: {
            data: components["schemas"]["EndUserNoteData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Write down something about an end user. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "NoteEndUser";
        };
        NotInExportAnswer: {
            /**
             * @example [
             *       "15(1)(a)"
             *     ]
             */
            articles: string[];
            /** @example The purposes of the processing: the company tells them. */
            says: string;
        };
        OpenedTicketAnswer: {
            /** @description The end user that stands for it after merges. */
            canonicalId: string;
            /** @description Whether the requester was created with it. */
            createdRequester: boolean;
            /**
             * @description What stands for source and id in paths.
             * @example 5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412
             */
            id: string;
            /** @description As it was named, or the requester's default organization at that moment. */
            organizationId: string | null;
            /**
             * @description `repeated`: it was opened before, with the same answer.
             * @enum {string}
             */
            outcome: "opened" | "repeated";
            possibleDuplicates: components["schemas"]["PossibleDuplicateAnswer"][];
            /**
             * @description The profile that has the contact point, or was named.
             * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
             */
            requesterId: string;
            route: components["schemas"]["RoutedAnswer"];
            /** @enum {string} */
            status: "closed" | "new" | "on-hold" | "open" | "pending" | "solved";
        };
        OpenInteractionAnswer: {
            candidates: string[];
            channel: string;
            /** @enum {string} */
            direction: "inbound" | "outbound";
            /** @description What `POST /v1/interactions/{id}/assign` takes. */
            id: string;
            /** @description The address it came by; null when it left none, or when no holder of it is known. */
            key: string | null;
            occurredAt: string;
            /** @enum {string} */
            outcome: "ambiguous" | "unidentified";
            source: string;
            summary: string | null;
            ticketId: string | null;
            via: string;
        };
        OpenInteractionsAnswer: {
            items: components["schemas"]["OpenInteractionAnswer"][];
            nextCursor: string | null;
        };
        OpenTicketCommand: {
            data: components["schemas"]["OpenTicketDto"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Tell of a ticket that another system keeps: find or create its requester, and route it. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "OpenTicket";
        };
        OpenTicketDto: {
            /**
             * Format: date-time
             * @description When it was opened, not in the future; now when absent. Where a ticket would go can be asked for any time.
             * @example 2026-03-03T10:00:00Z
             */
            at?: string | null;
            /**
             * @description The channel it came by.
             * @example email
             */
            channel: string;
            /** @description Who asks, by contact points; or `requesterId`, one of the two. */
            contactPoints?: components["schemas"]["ContactPointDto"][] | null;
            /**
             * @description Its id there: a ticket is opened once.
             * @example T-1042
             */
            id: string;
            /**
             * @description BCP 47 tag of the language it is written in.
             * @example fr
             */
            language?: string | null;
            /**
             * Format: uuid
             * @description The requester's default organization when absent; null is none.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            organizationId?: string | null;
            /** @description What is told of the person; used when the end user is created. */
            profile?: components["schemas"]["ProfileDto"] | null;
            /**
             * Format: uuid
             * @description Who asks, by id.
             */
            requesterId?: string | null;
            /**
             * @description The system that keeps it.
             * @example helpdesk
             */
            source: string;
            /**
             * @description `open` when absent.
             * @example open
             * @enum {string|null}
             */
            status?: "closed" | "new" | "on-hold" | "open" | "pending" | "solved" | null;
            /** @example Where is my order? */
            subject?: string | null;
            /**
             * @example [
             *       "refund"
             *     ]
             */
            tags?: string[] | null;
            /**
             * @description The medium, such as `voice` or `sms` over a `phone` contact point; the channel when absent.
             * @example email
             */
            via?: string | null;
        };
        OrganizationAnswer: {
            /**
             * @description The organization that stands for this one after merges.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            canonicalId: string;
            createdAt: string;
            details: string | null;
            domains: components["schemas"]["ClaimedDomainAnswer"][];
            /** @example crm-2041 */
            externalId: string | null;
            fields: {
                [key: string]: unknown;
            };
            /**
             * @description The id asked for.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            id: string;
            /**
             * @description Persons, each once.
             * @example 12
             */
            memberCount: number;
            /** @description The organizations that were merged into it. */
            mergedFrom: string[];
            /** @example Acme Ltd */
            name: string | null;
            notes: string | null;
            /** @enum {string} */
            origin: "agent" | "api" | "import";
            /** @description Of the last event on the stream of the organization that stands for all. */
            revision: number;
            /** @description Null leaves it to the rules of the tenant. */
            routing: components["schemas"]["RoutingTargetAnswer"] | null;
            /**
             * @description `merged` when another one stands for it.
             * @enum {string}
             */
            status: "active" | "deleted" | "merged";
            /**
             * @example [
             *       "gold"
             *     ]
             */
            tags: string[];
            updatedAt: string;
        };
        OrganizationDomainsData: {
            domains: components["schemas"]["DomainClaimDto"][];
            /**
             * Format: uuid
             * @description Which organization it is about.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            organizationId: string;
        };
        OrganizationDomainsDto: {
            domains: components["schemas"]["DomainClaimDto"][];
        };
        OrganizationInteractionAnswer: {
            channel: string | null;
            /** @enum {string|null} */
            direction: "inbound" | "outbound" | null;
            /** @description Whose it is. */
            endUser: components["schemas"]["RequesterAnswer"];
            interactionId: string | null;
            /** @description The address it came by. */
            key: string | null;
            occurredAt: string;
            outcome: string | null;
            source: string | null;
            summary: string | null;
            ticketId: string | null;
            via: string | null;
        };
        OrganizationInteractionsAnswer: {
            items: components["schemas"]["OrganizationInteractionAnswer"][];
            /** @description Give it as `cursor` to read on; null on the last page. */
            nextCursor: string | null;
        };
        OrganizationMergeAnswer: {
            /** @example 01980f73-2d69-8e40-9f5a-3c4d5e6f7081 */
            id: string;
            /**
             * @description The organization that was linked: it stood for its cluster.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5b
             */
            mergedId: string;
            /**
             * @description Of the event that linked them: `GET /v1/events` tells who did it, when and why.
             * @example 4711
             */
            position: string;
            /** @enum {string} */
            status: "completed" | "undone";
            /**
             * @description The organization that the merged one is linked to: it stood for its cluster.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            survivorId: string;
        };
        OrganizationMergesAnswer: {
            items: components["schemas"]["OrganizationMergeAnswer"][];
            /** @description Give it as `cursor` to read on; null on the last page. */
            nextCursor: string | null;
        };
        OrganizationPageAnswer: {
            /** @description Of the last 30 days, today last. */
            activity: components["schemas"]["DayOfActivityAnswer"][];
            /** @description The latest first, at most 20. */
            interactions: components["schemas"]["OrganizationInteractionAnswer"][];
            /** @description The latest heard of first, at most 20; how many there are the organization says. */
            members: components["schemas"]["MemberAnswer"][];
            organization: components["schemas"]["OrganizationAnswer"];
            unsolved: components["schemas"]["UnsolvedTicketsAnswer"];
        };
        OrganizationReasonData: {
            /**
             * Format: uuid
             * @description Which organization it is about.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            organizationId: string;
            /** @example Asked for it by telephone. */
            reason?: string | null;
        };
        OrganizationRoutingData: {
            /**
             * Format: uuid
             * @description Which organization it is about.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            organizationId: string;
            /** @description Null leaves it to the rules of the tenant. */
            routing: components["schemas"]["OrganizationRoutingDto"] | null;
        };
        OrganizationRoutingDto: {
            /**
             * @description Who takes it, as the ticket system calls them.
             * @example agent-7
             */
            assignee?: string | null;
            /**
             * @example high
             * @enum {string}
             */
            priority: "high" | "low" | "normal" | "urgent";
            /** @example key-accounts */
            queue: string;
            /**
             * @description Put on the ticket.
             * @example [
             *       "key-account"
             *     ]
             */
            tags?: string[] | null;
        };
        OrganizationsAnswer: {
            items: components["schemas"]["ListedOrganizationAnswer"][];
            /** @description Give it as `cursor` to read on, also after a page that is not full; null on the last page. */
            nextCursor: string | null;
        };
        OrganizationTagsData: {
            /**
             * Format: uuid
             * @description Which organization it is about.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            organizationId: string;
            /**
             * @example [
             *       "vip"
             *     ]
             */
            tags: string[];
        };
        OriginsAnswer: {
            actor: components["schemas"]["ExportedActorAnswer"];
            /**
             * Format: date-time
             * @description When it happened out there.
             * @example 2026-03-03T10:00:00.000Z
             */
            occurredAt: string;
            /**
             * @description Place in the log, in commit order.
             * @example 4711
             */
            position: string;
            /**
             * Format: date-time
             * @description When the engine recorded it.
             * @example 2026-03-03T10:00:00.123Z
             */
            recordedAt: string;
            /** @example EndUserProfileChanged */
            type: string;
        };
        OwnContactPointAnswer: {
            channel: string;
            /** @description The profile of the cluster that holds it. */
            endUserId: string;
            /** @description Normalised. */
            key: string;
            /** @description The one to use on its channel. */
            primary: boolean;
            scope: string;
            since: string;
            /** @description As it was first given. */
            value: string;
            verified: boolean;
        };
        PastHoldersAnswer: {
            by: components["schemas"]["AsOfAnswer"];
            /** @example phone */
            channel: string;
            holders: components["schemas"]["HolderAnswer"][];
            /**
             * @description The normalised value.
             * @example +33612345678
             */
            key: string;
            /** @description The facts that the answer rests on, in the order of the log. */
            restsOn: components["schemas"]["FactAnswer"][];
            scope: string;
            /** @description Several end users may hold it. */
            shared: boolean;
        };
        PossibleDuplicateAnswer: {
            endUserIds: string[];
            /** @description The caller's own contact points that it rests on. */
            points: components["schemas"]["ContactPointNameAnswer"][];
            /**
             * @description As `GET /v1/duplicates` tells it.
             * @example same-number
             * @enum {string}
             */
            rule: "met-in-interaction" | "same-mailbox" | "same-name-and-domain" | "same-name-and-organization" | "same-number";
        };
        ProblemAnswer: {
            /**
             * @description Stable: programs decide by it.
             * @example contact-point-taken
             * @enum {string}
             */
            code: "access-log-unavailable" | "already-merged" | "body-too-large" | "channel-unknown" | "command-in-progress" | "contact-point-blocked" | "contact-point-invalid" | "contact-point-limit-reached" | "contact-point-not-held" | "contact-point-quarantined" | "contact-point-still-shared" | "contact-point-taken" | "contact-point-unknown" | "contact-point-unverified" | "declared-different" | "delivery-not-found" | "difference-not-found" | "duplicate-not-found" | "end-user-deleted" | "end-user-erased" | "end-user-exists" | "end-user-merged" | "end-user-not-found" | "erasure-not-found" | "idempotency-key-reused" | "interaction-already-assigned" | "interaction-not-found" | "internal-error" | "key-expiry-passed" | "key-not-found" | "last-admin-key" | "line-too-long" | "media-type-unsupported" | "membership-sweep-not-found" | "merge-in-progress" | "merge-not-found" | "merge-undone" | "merge-with-itself" | "no-contact-point" | "not-a-member" | "not-allowed" | "organization-deleted" | "organization-domain-invalid" | "organization-domain-taken" | "organization-exists" | "organization-limit-reached" | "organization-merged" | "organization-name-invalid" | "organization-name-taken" | "organization-not-found" | "organizations-already-merged" | "outcome-unknown" | "overloaded" | "path-too-long" | "position-after-moment" | "position-unknown" | "problem-not-found" | "profile-limit-reached" | "projection-not-found" | "rate-limited" | "read-models-behind" | "rebuild-in-progress" | "replay-is-read-only" | "request-invalid" | "request-malformed" | "requester-ambiguous" | "retention-run-not-found" | "route-not-found" | "routing-invalid" | "settings-invalid" | "state-changed" | "stopping" | "storage-unavailable" | "tenant-exists" | "tenant-not-found" | "ticket-exists" | "ticket-not-found" | "time-in-future" | "too-contested" | "unauthenticated" | "webhook-limit-reached" | "webhook-not-found" | "webhook-target-refused";
            /**
             * @description A sentence a person can act on.
             * @example The contact point already belongs to another end user.
             */
            detail: string;
            errors?: components["schemas"]["FieldErrorAnswer"][];
            /**
             * @description Who holds what was asked for.
             * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
             */
            holderId?: string;
            /** @example 409 */
            status: number;
            /** @example The contact point already belongs to another end user. */
            title: string;
            /**
             * @description A page that tells what it means.
             * @example /problems/contact-point-taken
             */
            type: string;
        };
        ProblemMeaningAnswer: {
            /**
             * @description Why it comes about.
             * @example A contact point belongs to at most one end user unless it is shared, and somebody holds this one already.
             */
            cause: string;
            /** @example contact-point-taken */
            code: string;
            /**
             * @description What to do about it.
             * @example Use the end user in `holderId`; transfer the contact point when it changed hands, or share it when both use it.
             */
            remedy: string;
            /** @example 409 */
            status: number;
            /** @example The contact point already belongs to another end user. */
            title: string;
        };
        ProblemMeaningsAnswer: {
            items: components["schemas"]["ProblemMeaningAnswer"][];
        };
        ProfileDto: {
            details?: string | null;
            /** @description Custom fields: text, numbers, booleans. */
            fields?: {
                [key: string]: string | number | boolean;
            } | null;
            /**
             * @description BCP 47 language tag.
             * @example fr
             */
            locale?: string | null;
            /** @example Léa Martin */
            name?: string | null;
            notes?: string | null;
            /**
             * @example [
             *       "vip"
             *     ]
             */
            tags?: string[] | null;
            /**
             * @description IANA time zone.
             * @example Europe/Paris
             */
            timeZone?: string | null;
        };
        ProjectionHealth: {
            /** @description Events that it has not applied. Where they must be read to be counted, 10000 means as many or more. */
            lagEvents: number;
            /** @description Age of the oldest event that it does not have; 0 when it has all. */
            lagSeconds: number;
            /** @example contact-lookup */
            name: string;
            /** @description How far it has read the log. */
            position: string;
            /** @enum {string} */
            state: "catching-up" | "in-step" | "stopped";
            /** @enum {string} */
            status: "behind" | "ok" | "stopped";
            stopped: components["schemas"]["StoppedPartAnswer"] | null;
        };
        ProjectionsAnswer: {
            /** @description Empty while the projector is being started. */
            items: components["schemas"]["ProjectionHealth"][];
            rebuild: components["schemas"]["RebuildAnswer"];
        };
        ProposedRoutingDto: {
            /** @description When no rule holds. */
            fallback: components["schemas"]["QueueDto"];
            /** @description Looked at in this order. */
            rules: components["schemas"]["RoutingRuleDto"][];
        };
        QueueDto: {
            /**
             * @example high
             * @enum {string}
             */
            priority: "high" | "low" | "normal" | "urgent";
            /** @example key-accounts */
            queue: string;
        };
        QueueSettingAnswer: {
            /**
             * @example normal
             * @enum {string}
             */
            priority: "high" | "low" | "normal" | "urgent";
            /** @example default */
            queue: string;
        };
        ReactorHealth: {
            /** @example complete-profile */
            name: string;
            position: string;
            /** @enum {string} */
            status: "ok" | "stopped";
            stopped: components["schemas"]["StoppedPartAnswer"] | null;
        };
        ReadModelsHealth: {
            /** @enum {string} */
            status: "ok" | "unavailable";
        };
        ReasonAnswerDto: {
            channel: string;
            detail?: string;
            endUserId?: string;
            /** @description The address as it was understood; null where it makes no contact point. */
            key: string | null;
            /** @example held-by */
            rule: string;
        };
        ReasonDto: {
            /** @example Asked for it by telephone. */
            reason?: string | null;
        };
        RebuildAnswer: {
            /**
             * @description Position of the log that it has come to.
             * @example 250000
             */
            done: string | null;
            endedAt: string | null;
            /**
             * @description Events that it has read.
             * @example 250000
             */
            events: number | null;
            /**
             * @description Events a second.
             * @example 31000
             */
            perSecond: number | null;
            /** @description Why it failed; names no person. */
            reason: string | null;
            /** @example 24.2 */
            secondsLeft: number | null;
            /**
             * @description How much of the log that is, from 0 to 1.
             * @example 0.25
             */
            share: number | null;
            /** @example 2026-03-03T10:00:00.000Z */
            startedAt: string | null;
            /**
             * @description `done`: reads are answered from what was made. `none`: this engine was not asked for one since it started.
             * @enum {string}
             */
            state: "done" | "failed" | "none" | "running";
            /**
             * @description Position of the log that it goes to.
             * @example 1000000
             */
            total: string | null;
        };
        RecordInteractionCommand: {
            data: components["schemas"]["InteractionDto"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Find or create the end user of an interaction, and remember it. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "RecordInteraction";
        };
        RefusedItemAnswer: {
            /** @enum {string} */
            outcome: "refused";
            /** @description As it would be answered if the item had come alone; pointers lead into the array. */
            problem: components["schemas"]["ProblemAnswer"];
        };
        ReinstateEndUserCommand: {
            data: components["schemas"]["EndUserReasonData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description End a suspension. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "ReinstateEndUser";
        };
        RekeyedAnswer: {
            /**
             * @description … files them under this one now: the end user that it was merged into, or itself where it stands for itself again. Follow it to the
             *     end where it leads on.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11
             */
            canonicalId: string;
            /**
             * @description Whoever files things under this id …
             * @example 0199b5f2-6c1d-7bb1-8c44-52a3f0f4c9de
             */
            endUserId: string;
        };
        ReplayedAnswer: {
            /**
             * @description How many.
             * @example 1
             */
            replayed: number;
        };
        ReplayHealth: {
            /**
             * @description As whoever made the replay named the moment: a position, or a time.
             * @example 2026-03-03T10:00:00Z
             */
            asked: string;
            /** @description The last position that is shown. */
            position: string;
        };
        ReportAnswer: {
            /** @enum {string} */
            by: "day" | "month" | "week";
            /**
             * @description The organization that stands for the one asked for; null for all of the tenant.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            organizationId: string | null;
            periods: components["schemas"]["ReportPeriodAnswer"][];
            /** @example Europe/Paris */
            timeZone: string;
            /** @description Persons are counted once in the whole time: these are no sums. */
            totals: components["schemas"]["ReportCountsAnswer"];
        };
        ReportCountsAnswer: {
            endUsers: components["schemas"]["ReportedEndUsersAnswer"];
            /** @description By channel and then direction, those that there were. */
            interactions: components["schemas"]["ReportedInteractionsAnswer"][];
            /**
             * @description Of end users; of an organization, those that a member took part in.
             * @example 1
             */
            merges: number;
            tickets: components["schemas"]["ReportedTicketsAnswer"];
            /** @example 0 */
            unmerges: number;
        };
        ReportedEndUsersAnswer: {
            /**
             * @description Who had an interaction in the period.
             * @example 20
             */
            active: number;
            /**
             * @description Of the members, those with an e-mail address, 0 to 1; null without members.
             * @example 0.93
             */
            emailShare: number | null;
            /**
             * @description Members at the end of the period; of the tenant, all who were there then.
             * @example 100
             */
            members: number;
            /**
             * @description Of the members, those who could be reached on more than one channel.
             * @example 31
             */
            multiChannel: number;
            /**
             * @description Of these, whose first interaction ever was in it.
             * @example 3
             */
            new: number;
            /**
             * @description Of these, all others.
             * @example 17
             */
            returning: number;
        };
        ReportedInteractionsAnswer: {
            /** @example email */
            channel: string;
            /** @example 42 */
            count: number;
            /** @enum {string} */
            direction: "inbound" | "outbound";
        };
        ReportedTicketsAnswer: {
            /**
             * @description Neither solved nor closed at the end of the period.
             * @example 4
             */
            backlog: number;
            /** @example 12 */
            opened: number;
            /** @example 1 */
            reopened: number;
            /** @example 10 */
            solved: number;
            timeToFirstSolve: components["schemas"]["TimeToFirstSolveAnswer"];
        };
        ReportPeriodAnswer: {
            endUsers: components["schemas"]["ReportedEndUsersAnswer"];
            /** @example 2026-03-02T23:00:00.000Z */
            from: string;
            /** @description By channel and then direction, those that there were. */
            interactions: components["schemas"]["ReportedInteractionsAnswer"][];
            /**
             * @description `2026-03-03`, `2026-W10` or `2026-03`. The first and the last period may be cut off by the days asked for.
             * @example 2026-03-03
             */
            label: string;
            /**
             * @description Of end users; of an organization, those that a member took part in.
             * @example 1
             */
            merges: number;
            tickets: components["schemas"]["ReportedTicketsAnswer"];
            /**
             * @description Not included.
             * @example 2026-03-03T23:00:00.000Z
             */
            to: string;
            /** @example 0 */
            unmerges: number;
        };
        RequesterAnswer: {
            /** @description Who stands for it today. */
            canonicalId: string;
            /** @description The profile that the ticket was opened for, or that was said to be the requester. */
            id: string;
            name: string | null;
        };
        ReroutedTicketAnswer: {
            /** @description Where it would go, and why. */
            after: components["schemas"]["RouteAnswer"];
            /** @description Where it went, by which version of the settings. */
            before: components["schemas"]["TicketRouteAnswer"];
            /** @example 2026-03-03T10:00:00.000Z */
            openedAt: string;
            organizationId: string | null;
            /** @example 5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412 */
            ticketId: string;
        };
        ResidueAnswer: {
            actor: components["schemas"]["ActorAnswer"];
            /**
             * Format: date-time
             * @description Business time.
             * @example 2026-03-03T10:00:00.000Z
             */
            at: string;
            channel: string | null;
            /** @description The profile that has it. */
            endUserId: string;
            interactionId: string | null;
            /** @description The address that it is about or came by. */
            key: string | null;
            /** @enum {string} */
            kind: "changed" | "contact-point-attached" | "contact-point-released" | "interaction" | "noted" | "primary-chosen" | "reinstated" | "suspended" | "tagged" | "untagged";
            onBehalfOf: string | null;
            position: string;
            /** @description Of the interaction, or the text of a note. */
            summary: string | null;
            /** @description The tags, or the names of what was changed, such as `name` or `fields.plan`. */
            what: string[] | null;
        };
        ResolutionAnswerDto: {
            attached: components["schemas"]["ContactPointNameAnswer"][];
            /** @description Who it could be, when nobody was chosen. */
            candidates: string[];
            canonicalId: string | null;
            endUserId: string | null;
            /** @description What `POST /v1/interactions/{id}/assign` takes; null when nothing was recorded. */
            interactionId: string | null;
            /** @description Their default organization at that moment: reports count it there. */
            organizationId: string | null;
            /** @enum {string} */
            outcome: "ambiguous" | "created" | "matched" | "repeated" | "unidentified";
            /** @description Position of the last event the answer rests on, as a decimal; null when nothing was written. */
            position: string | null;
            possibleDuplicates: components["schemas"]["PossibleDuplicateAnswer"][];
            /** @description What to ask the customer when nobody could be chosen. */
            question: string | null;
            /** @description The end user is suspended. */
            suspended: boolean;
            why: components["schemas"]["ReasonAnswerDto"][];
        };
        ResolveDto: {
            contactPoints: components["schemas"]["ContactPointDto"][];
            /** @description False never writes; true creates an end user when there is none. */
            create?: boolean | null;
            /** @description Used when the end user is created. */
            profile?: components["schemas"]["ProfileDto"] | null;
        };
        ResolveEndUserCommand: {
            data: components["schemas"]["ResolveDto"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Find or create the end user behind contact points. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "ResolveEndUser";
        };
        RestoredAnswer: {
            /**
             * @description The end user that stands for this one after merges.
             * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
             */
            canonicalId: string;
            /**
             * @description False when the read models were too far behind to list all in time: contact points that are not listed come back by themselves while they are free.
             * @example true
             */
            complete: boolean;
            /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
            id: string;
            /** @description Theirs again. */
            restored: components["schemas"]["ContactPointNameAnswer"][];
            /** @description Somebody else's by now. */
            taken: components["schemas"]["TakenContactPointAnswer"][];
        };
        RestoredProfileAnswer: {
            /**
             * @description Of the profile as it is now: the same, unless something was written to it in between.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            digestAfter: string | null;
            /**
             * @description Of the profile as it was just before the merge: HMAC-SHA-256 of what it shows, without ids, links and the time of the last change.
             * @example 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
             */
            digestBefore: string | null;
            /** @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12 */
            endUserId: string;
        };
        RestoreEndUserCommand: {
            data: components["schemas"]["EndUserReasonData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Bring a deleted end user back. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "RestoreEndUser";
        };
        RetentionPreviewAnswer: {
            /** @description The first 50 of those who would be erased, by their ids. */
            endUsers: components["schemas"]["WithoutContactAnswer"][];
            /**
             * @description How many persons would be erased: to be sent with the start.
             * @example 1200
             */
            expected: number;
            kept: components["schemas"]["KeptAnswer"];
            /** @example 2021-03-03T00:00:00.000Z */
            withoutContactSince: string;
        };
        RetentionRunAnswer: {
            /**
             * @description When the last page was done.
             * @example 2026-03-03T10:00:04.000Z
             */
            advancedAt: string | null;
            /**
             * @description Those of them whose erasure is certified; the others' will be within a minute of it.
             * @example 1180
             */
            certified: number;
            /**
             * @description When it ended or was cancelled; null while it goes on.
             * @example 2026-03-03T10:00:09.000Z
             */
            endedAt: string | null;
            /**
             * @description Persons that were erased by now.
             * @example 1200
             */
            erased: number;
            /**
             * @description How many persons the preview told; it never erases more.
             * @example 1200
             */
            expected: number;
            /** @example 01980f76-5a9c-8b73-a28d-6f708192a3b4 */
            id: string;
            /**
             * @description Those of them who were kept, because there was a contact since, or a ticket is open.
             * @example 4
             */
            kept: number;
            /**
             * @description Persons that were looked at, in the pages that are done.
             * @example 1204
             */
            scanned: number;
            startedAt: string;
            /** @enum {string} */
            status: "cancelled" | "ended" | "running";
            /** @example 2021-03-03T00:00:00.000Z */
            withoutContactSince: string;
        };
        RetentionRunsAnswer: {
            items: components["schemas"]["RetentionRunAnswer"][];
            /** @description Give it as `cursor` to read on; null on the last page. */
            nextCursor: string | null;
        };
        RotatedSecretAnswer: {
            /**
             * @description Until then the secret before it signs, too.
             * @example 2026-03-04T10:00:00.000Z
             */
            previousUntil: string;
            /** @example whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDbZ2mXg8vDXo= */
            secret: string;
        };
        RotateSecretDto: {
            /**
             * @description So many seconds the secret before it signs, too: time for the receiver to learn the new one. A day when absent.
             * @example 86400
             */
            keepPreviousForSeconds?: number | null;
        };
        RouteAnswer: {
            /** @example agent-7 */
            assignee: string | null;
            /**
             * @example high
             * @enum {string}
             */
            priority: "high" | "low" | "normal" | "urgent";
            /** @example key-accounts */
            queue: string;
            /** @description The last few rules that were looked at, the one that was taken last. */
            reasons: components["schemas"]["RoutingReasonAnswer"][];
            /**
             * @description Name of the rule, `organization` or `fallback`.
             * @example organization
             */
            rule: string;
            /**
             * @description Those that the rule puts on the ticket.
             * @example [
             *       "key-account"
             *     ]
             */
            tags: string[];
        };
        RoutedAnswer: {
            /** @example agent-7 */
            assignee: string | null;
            /**
             * @example high
             * @enum {string}
             */
            priority: "high" | "low" | "normal" | "urgent";
            /** @example key-accounts */
            queue: string;
            /** @description The last few rules that were looked at, the one that was taken last. */
            reasons: components["schemas"]["RoutingReasonAnswer"][];
            /**
             * @description Name of the rule, `organization` or `fallback`.
             * @example organization
             */
            rule: string;
            /** @example 3 */
            settingsVersion: number;
            /**
             * @description Those that the rule puts on the ticket.
             * @example [
             *       "key-account"
             *     ]
             */
            tags: string[];
        };
        RoutedByDto: {
            /**
             * Format: date-time
             * @description When it was opened, not in the future; now when absent. Where a ticket would go can be asked for any time.
             * @example 2026-03-03T10:00:00Z
             */
            at?: string | null;
            /**
             * @description The channel it came by.
             * @example email
             */
            channel: string;
            /** @description Who asks, by contact points; or `requesterId`, one of the two. */
            contactPoints?: components["schemas"]["ContactPointDto"][] | null;
            /**
             * @description BCP 47 tag of the language it is written in.
             * @example fr
             */
            language?: string | null;
            /**
             * Format: uuid
             * @description The requester's default organization when absent; null is none.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            organizationId?: string | null;
            /**
             * Format: uuid
             * @description Who asks, by id.
             */
            requesterId?: string | null;
            /**
             * @example [
             *       "refund"
             *     ]
             */
            tags?: string[] | null;
            /**
             * @description The medium, such as `voice` or `sms` over a `phone` contact point; the channel when absent.
             * @example email
             */
            via?: string | null;
        };
        RoutingChangesAnswer: {
            fallback?: components["schemas"]["QueueSettingAnswer"];
            rules?: components["schemas"]["RoutingRuleAnswer"][];
        };
        RoutingConditionAnswer: {
            /**
             * @example [
             *       "email"
             *     ]
             */
            channels?: string[];
            /** @example true */
            firstContact?: boolean;
            hours?: components["schemas"]["HoursAnswer"];
            /**
             * @example [
             *       "fr"
             *     ]
             */
            languages?: string[];
            /**
             * @example [
             *       "gold"
             *     ]
             */
            organizationTags?: string[];
            /** @example false */
            outsideHours?: boolean;
            /**
             * @example [
             *       "refund"
             *     ]
             */
            tags?: string[];
            /**
             * @example [
             *       "voice"
             *     ]
             */
            vias?: string[];
        };
        RoutingConditionDto: {
            /**
             * @example [
             *       "email"
             *     ]
             */
            channels?: string[] | null;
            /**
             * @description The requester was never heard of before.
             * @example true
             */
            firstContact?: boolean | null;
            hours?: components["schemas"]["HoursDto"] | null;
            /**
             * @description `fr` holds for `fr-CA`, too (RFC 4647, basic filtering).
             * @example [
             *       "fr"
             *     ]
             */
            languages?: string[] | null;
            /**
             * @description Of its organization.
             * @example [
             *       "gold"
             *     ]
             */
            organizationTags?: string[] | null;
            /**
             * @description With `hours`: outside of them.
             * @example false
             */
            outsideHours?: boolean | null;
            /**
             * @description Of the ticket.
             * @example [
             *       "refund"
             *     ]
             */
            tags?: string[] | null;
            /**
             * @example [
             *       "voice"
             *     ]
             */
            vias?: string[] | null;
        };
        RoutingFactsAnswer: {
            /** @example 2026-03-03T10:00:00.000Z */
            at: string;
            channel: string;
            /** @description The requester was never heard of before. */
            firstContact: boolean;
            /** @example fr */
            language: string | null;
            /**
             * @example [
             *       "gold"
             *     ]
             */
            organizationTags: string[];
            /**
             * @example [
             *       "refund"
             *     ]
             */
            tags: string[];
            via: string;
        };
        RoutingReasonAnswer: {
            /**
             * @description The part of its condition that did not hold; null of one that holds.
             * @example languages
             * @enum {string|null}
             */
            failed: "channels" | "firstContact" | "hours" | "languages" | "organizationTags" | "outsideHours" | "tags" | "vias" | null;
            /** @example false */
            holds: boolean;
            /**
             * @description Name of the rule, `organization` or `fallback`.
             * @example french-by-phone
             */
            rule: string;
        };
        RoutingRuleAnswer: {
            /** @example french-by-phone */
            name: string;
            then: components["schemas"]["RoutingTargetAnswer"];
            when: components["schemas"]["RoutingConditionAnswer"];
        };
        RoutingRuleDto: {
            /**
             * @description Unique among the rules; `organization` and `fallback` are taken.
             * @example french-by-phone
             */
            name: string;
            then: components["schemas"]["RoutingTargetDto"];
            when: components["schemas"]["RoutingConditionDto"];
        };
        RoutingSettingsAnswer: {
            fallback: components["schemas"]["QueueSettingAnswer"];
            rules: components["schemas"]["RoutingRuleAnswer"][];
        };
        RoutingSettingsDto: {
            /** @description When no rule holds. */
            fallback?: components["schemas"]["QueueDto"];
            /** @description Looked at in this order; replaces the list. */
            rules?: components["schemas"]["RoutingRuleDto"][];
        };
        RoutingTargetAnswer: {
            /** @example agent-7 */
            assignee?: string;
            /**
             * @example normal
             * @enum {string}
             */
            priority: "high" | "low" | "normal" | "urgent";
            /** @example default */
            queue: string;
            /**
             * @example [
             *       "key-account"
             *     ]
             */
            tags?: string[];
        };
        RoutingTargetDto: {
            /**
             * @description Who takes it, as the ticket system calls them.
             * @example agent-7
             */
            assignee?: string | null;
            /**
             * @example high
             * @enum {string}
             */
            priority: "high" | "low" | "normal" | "urgent";
            /** @example key-accounts */
            queue: string;
            /**
             * @description Put on the ticket.
             * @example [
             *       "key-account"
             *     ]
             */
            tags?: string[] | null;
        };
        SetOrganizationDomainsCommand: {
            data: components["schemas"]["OrganizationDomainsData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Say which e-mail domains make members of an organization; replaces the list. For the roles admin and service. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "SetOrganizationDomains";
        };
        SetOrganizationRoutingCommand: {
            data: components["schemas"]["OrganizationRoutingData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Say where the tickets of an organization go; null leaves it to the rules of the tenant. For the roles admin and service. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "SetOrganizationRouting";
        };
        SetOrganizationRoutingDto: {
            /** @description Null leaves it to the rules of the tenant. */
            routing: components["schemas"]["OrganizationRoutingDto"] | null;
        };
        SettingsAnswerDto: {
            accessLog: components["schemas"]["AccessLogSettingsAnswer"];
            blocklist: components["schemas"]["BlockedValueAnswer"][];
            channels: {
                [key: string]: components["schemas"]["ChannelAnswer"];
            };
            defaultRegion: string | null;
            membership: components["schemas"]["MembershipSettingsAnswer"];
            /** @description Days in which a contact point that was released starts a new profile only by a verified contact. */
            quarantineDays: number;
            routing: components["schemas"]["RoutingSettingsAnswer"];
            siblings: string[][];
            survivorship: components["schemas"]["SurvivorshipAnswer"];
            /** @description 0 is the defaults; each change adds one. */
            version: number;
        };
        SettingsChangesAnswer: {
            accessLog?: components["schemas"]["AccessLogChangesAnswer"];
            blocklist?: components["schemas"]["BlockedValueAnswer"][];
            channels?: {
                [key: string]: components["schemas"]["ChannelAnswer"];
            };
            /** @example FR */
            defaultRegion?: string | null;
            membership?: components["schemas"]["MembershipChangesAnswer"];
            /** @example 30 */
            quarantineDays?: number;
            routing?: components["schemas"]["RoutingChangesAnswer"];
            /**
             * @example [
             *       [
             *         "phone",
             *         "whatsapp"
             *       ]
             *     ]
             */
            siblings?: string[][];
            survivorship?: components["schemas"]["SurvivorshipChangesAnswer"];
        };
        SettingsHistoryAnswer: {
            items: components["schemas"]["SettingsVersionAnswer"][];
            /** @description For the next page; null at the first change. */
            nextCursor: string | null;
        };
        SettingsVersionAnswer: {
            actor: components["schemas"]["ActorAnswer"];
            /**
             * @description When it was recorded.
             * @example 2026-03-03T10:00:00.000Z
             */
            at: string;
            changes: components["schemas"]["SettingsChangesAnswer"];
            /**
             * @description Whom the actor acted for, as it said.
             * @example agent-17
             */
            onBehalfOf: string | null;
            /**
             * @description Place in the log from which on it holds: what was decided after it was decided by it.
             * @example 1041
             */
            position: string;
            /** @example 3 */
            version: number;
        };
        ShareContactPointCommand: {
            data: components["schemas"]["ShareDto"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Let several end users hold a contact point. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "ShareContactPoint";
        };
        SharedAnswer: {
            /** @example email */
            channel: string;
            /**
             * @description The normalised value.
             * @example lea@example.org
             */
            key: string;
            /**
             * @description Empty where the channel needs none.
             * @example
             */
            scope: string;
            /** @example true */
            shared: boolean;
        };
        ShareDto: {
            /**
             * @description A channel of the tenant; `sms` and `voice` are media over `phone`.
             * @example email
             */
            channel: string;
            /** @example switchboard */
            reason?: string | null;
            /** @description The page, provider or system that ids of this channel belong to; only where the channel needs one. */
            scope?: string;
            /**
             * @description The address, number, handle or id.
             * @example Lea@Example.org
             */
            value: string;
        };
        ShownPositionsAnswer: {
            /**
             * @description After this position.
             * @example 4711
             */
            after: string;
            /**
             * @description Up to this one.
             * @example 4712
             */
            upTo: string;
        };
        StartedRetentionRunAnswer: {
            /** @example 01980f76-5a9c-8b73-a28d-6f708192a3b4 */
            id: string;
        };
        StartRetentionRunCommand: {
            data: components["schemas"]["StartRetentionRunDto"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Erase every person without contact since a time, as many as the preview told. For the role admin. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "StartRetentionRun";
        };
        StartRetentionRunDto: {
            /**
             * @description `expected` of the preview.
             * @example 1200
             */
            expected: number;
            /**
             * Format: date-time
             * @description RFC 3339: who was last heard of, or spoken to, before it; and who never was, and was created before it. At least a day ago.
             * @example 2021-03-03T00:00:00Z
             */
            withoutContactSince: string;
        };
        StoppedAnswer: {
            /**
             * @example stopped
             * @enum {string}
             */
            outcome: "stopped";
            /** @description Why. */
            problem: components["schemas"]["ProblemAnswer"];
        };
        StoppedPartAnswer: {
            attempts: number;
            /** @description Of the event that it could not handle. */
            position: string;
            reason: string;
            retryAt?: string;
            since?: string;
            /** @description Of that event. */
            type: string;
        };
        SurvivorshipAnswer: {
            /** @enum {string} */
            details: "most-recent" | "oldest" | "survivor-first" | "verified-first";
            /** @enum {string} */
            fields: "most-recent" | "oldest" | "survivor-first" | "union" | "verified-first";
            /** @enum {string} */
            locale: "most-recent" | "oldest" | "survivor-first" | "verified-first";
            /** @enum {string} */
            name: "most-recent" | "oldest" | "survivor-first" | "verified-first";
            /** @enum {string} */
            notes: "most-recent" | "oldest" | "survivor-first" | "verified-first";
            /** @enum {string} */
            tags: "most-recent" | "oldest" | "survivor-first" | "union" | "verified-first";
            /** @enum {string} */
            timeZone: "most-recent" | "oldest" | "survivor-first" | "verified-first";
        };
        SurvivorshipChangesAnswer: {
            /** @enum {string} */
            details?: "most-recent" | "oldest" | "survivor-first" | "verified-first";
            /** @enum {string} */
            fields?: "most-recent" | "oldest" | "survivor-first" | "union" | "verified-first";
            /** @enum {string} */
            locale?: "most-recent" | "oldest" | "survivor-first" | "verified-first";
            /** @enum {string} */
            name?: "most-recent" | "oldest" | "survivor-first" | "verified-first";
            /** @enum {string} */
            notes?: "most-recent" | "oldest" | "survivor-first" | "verified-first";
            /** @enum {string} */
            tags?: "most-recent" | "oldest" | "survivor-first" | "union" | "verified-first";
            /** @enum {string} */
            timeZone?: "most-recent" | "oldest" | "survivor-first" | "verified-first";
        };
        SurvivorshipDto: {
            /** @enum {string} */
            details?: "most-recent" | "oldest" | "survivor-first" | "verified-first";
            /**
             * @description `union`: the custom fields of all profiles; else those of one.
             * @enum {string}
             */
            fields?: "most-recent" | "oldest" | "survivor-first" | "union" | "verified-first";
            /** @enum {string} */
            locale?: "most-recent" | "oldest" | "survivor-first" | "verified-first";
            /** @enum {string} */
            name?: "most-recent" | "oldest" | "survivor-first" | "verified-first";
            /** @enum {string} */
            notes?: "most-recent" | "oldest" | "survivor-first" | "verified-first";
            /**
             * @description `union`: the tags of all profiles; else those of one.
             * @enum {string}
             */
            tags?: "most-recent" | "oldest" | "survivor-first" | "union" | "verified-first";
            /** @enum {string} */
            timeZone?: "most-recent" | "oldest" | "survivor-first" | "verified-first";
        };
        SuspendEndUserCommand: {
            data: components["schemas"]["EndUserReasonData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Suspend an end user: contacts are matched, and say so. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "SuspendEndUser";
        };
        TagEndUserCommand: {
            data: components["schemas"]["EndUserTagsData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Put tags on an end user. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "TagEndUser";
        };
        TagOrganizationCommand: {
            data: components["schemas"]["OrganizationTagsData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Put tags on an organization. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "TagOrganization";
        };
        TagsDto: {
            /**
             * @example [
             *       "vip"
             *     ]
             */
            tags: string[];
        };
        TakenContactPointAnswer: {
            /** @example email */
            channel: string;
            /**
             * @description Who has it: it stays with them.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12
             */
            holderId: string;
            /**
             * @description The normalised value.
             * @example lea@example.org
             */
            key: string;
            /**
             * @description Empty where the channel needs none.
             * @example
             */
            scope: string;
        };
        TenantAnswer: {
            /** @example 2026-03-03T10:00:00.000Z */
            createdAt: string;
            /** @example acme */
            tenant: string;
        };
        TenantsAnswer: {
            items: components["schemas"]["TenantAnswer"][];
            nextCursor: string | null;
        };
        TestedAnswer: {
            /**
             * @description Whether it answered 2xx in time.
             * @example true
             */
            delivered: boolean;
            /** @example 48 */
            durationMs: number;
            /** @enum {string|null} */
            error: "answer-malformed" | "name-unresolved" | "redirected" | "target-refused" | "timeout" | "tls-failed" | "unreachable" | null;
            /**
             * @description `webhook-id` of the message.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11
             */
            messageId: string;
            /** @example 204 */
            statusCode: number | null;
        };
        TicketAnswer: {
            channel: string;
            /** @description The requester had never been heard of before. */
            firstContact: boolean;
            /**
             * @description What stands for source and id in paths.
             * @example 5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412
             */
            id: string;
            /** @example fr */
            language: string | null;
            openedAt: string;
            organization: components["schemas"]["TicketOrganizationAnswer"] | null;
            requester: components["schemas"]["RequesterAnswer"];
            route: components["schemas"]["TicketRouteAnswer"] | null;
            source: string;
            /**
             * @description Its id there; null once the requester that it was opened for is erased, like `subject`.
             * @example T-1042
             */
            sourceId: string | null;
            /** @enum {string} */
            status: "closed" | "new" | "on-hold" | "open" | "pending" | "solved";
            /**
             * @description From when on the status is in force.
             * @example 2026-03-03T10:00:00.000Z
             */
            statusSince: string;
            /** @example Where is my order? */
            subject: string | null;
            /** @description Those that it was opened with. */
            tags: string[];
            /** @description When its last event was recorded. */
            updatedAt: string;
            via: string;
        };
        TicketOrganizationAnswer: {
            /**
             * @description What stands for it today.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            canonicalId: string;
            /**
             * @description As it was named.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            id: string;
            /** @example Acme Ltd */
            name: string | null;
        };
        TicketRouteAnswer: {
            /** @example agent-7 */
            assignee: string | null;
            /**
             * @example high
             * @enum {string}
             */
            priority: "high" | "low" | "normal" | "urgent";
            /** @example key-accounts */
            queue: string;
            /**
             * @description Name of the rule, `organization` or `fallback`.
             * @example organization
             */
            rule: string;
            /** @example 3 */
            settingsVersion: number;
            /**
             * @description Those that the rule puts on the ticket.
             * @example [
             *       "key-account"
             *     ]
             */
            tags: string[];
        };
        TicketsAnswer: {
            items: components["schemas"]["TicketAnswer"][];
            /** @description Give it as `cursor` to read on, also after a page that is not full; null on the last page. */
            nextCursor: string | null;
        };
        TicketStatusAnswer: {
            /** @example 5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412 */
            id: string;
            /**
             * @description In force now; another one than was told, when a later one was told before.
             * @enum {string}
             */
            status: "closed" | "new" | "on-hold" | "open" | "pending" | "solved";
        };
        TicketStatusData: {
            /**
             * Format: date-time
             * @description From when on, not in the future; now when absent. One that is told late takes its place in the past.
             * @example 2026-03-04T09:30:00Z
             */
            at?: string | null;
            /**
             * @example solved
             * @enum {string}
             */
            status: "closed" | "new" | "on-hold" | "open" | "pending" | "solved";
            /**
             * @description `id` of the answer when it was opened.
             * @example 5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412
             */
            ticketId: string;
        };
        TicketStatusEntryAnswer: {
            /** @example 2026-03-03T10:00:00.000Z */
            at: string;
            /** @enum {string} */
            status: "closed" | "new" | "on-hold" | "open" | "pending" | "solved";
        };
        TimelineAnswer: {
            items: components["schemas"]["TimelineEntryAnswer"][];
            /** @description Give it as `cursor` to read on; null on the last page. */
            nextCursor: string | null;
        };
        TimelineEntryAnswer: {
            actor: components["schemas"]["ActorAnswer"];
            /** @description Why a contact point was released, or who made the end user a member of an organization or ended that. */
            cause: string | null;
            channel: string | null;
            /** @enum {string|null} */
            direction: "inbound" | "outbound" | null;
            /** @description The profile of the cluster that it happened with. */
            endUserId: string;
            interactionId: string | null;
            /** @description The address it came by or is about. */
            key: string | null;
            /** @enum {string} */
            kind: "absorbed" | "changed" | "contact-point-attached" | "contact-point-released" | "contact-point-verified" | "created" | "declared-different" | "default-organization-chosen" | "deleted" | "difference-withdrawn" | "erased" | "interaction" | "merged" | "noted" | "organization-joined" | "organization-left" | "primary-chosen" | "reinstated" | "restored" | "separated" | "suspended" | "tagged" | "unmerged" | "untagged";
            mergeId: string | null;
            occurredAt: string;
            /** @description For whom the actor did it, as it said. */
            onBehalfOf: string | null;
            /** @description What that organization, or the one that stands for it, is called now. */
            organizationName: string | null;
            /** @description The end user on the other side of a merge or of a difference; of a membership the organization. */
            otherId: string | null;
            outcome: string | null;
            reason: string | null;
            source: string | null;
            /** @description Of the interaction, or the text of a note. */
            summary: string | null;
            ticketId: string | null;
            via: string | null;
            /** @description The tags that were put on or taken off, or what was changed, such as `name` or `fields.plan`. */
            what: string[] | null;
        };
        TimeToFirstSolveAnswer: {
            /** @example 5400 */
            median: number | null;
            /** @example 86400 */
            p90: number | null;
        };
        TogetherAnswer: {
            interactions: components["schemas"]["InteractionsTogetherAnswer"];
            /** @example 0 */
            tickets: number;
            /**
             * @description Keys of agents limited to organizations who see all of it then, and do not now.
             * @example []
             */
            visibleTo: string[];
        };
        TransferContactPointCommand: {
            data: components["schemas"]["TransferData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Give a contact point to another end user, in one step. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "TransferContactPoint";
        };
        TransferData: {
            /**
             * @description `corrected`: it was always theirs, so what came by it goes along. `reassigned`: it is theirs from now on, so what came
             *     by it before stays where it is.
             * @example reassigned
             * @enum {string}
             */
            cause: "corrected" | "reassigned";
            /**
             * @description A channel of the tenant; `sms` and `voice` are media over `phone`.
             * @example email
             */
            channel: string;
            /**
             * Format: uuid
             * @description Whom it is about.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11
             */
            endUserId: string;
            /** @description The page, provider or system that ids of this channel belong to; only where the channel needs one. */
            scope?: string;
            /**
             * Format: uuid
             * @description Who has it from here on.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12
             */
            toEndUserId: string;
            /**
             * @description The address, number, handle or id.
             * @example Lea@Example.org
             */
            value: string;
        };
        TransferDto: {
            /**
             * @description `corrected`: it was always theirs, so what came by it goes along. `reassigned`: it is theirs from now on, so what came
             *     by it before stays where it is.
             * @example reassigned
             * @enum {string}
             */
            cause: "corrected" | "reassigned";
            /**
             * Format: uuid
             * @description Who has it from here on.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12
             */
            toEndUserId: string;
        };
        UndoneAnswer: {
            actor: components["schemas"]["ActorAnswer"];
            /**
             * Format: date-time
             * @example 2026-03-04T10:00:00.000Z
             */
            at: string;
            /** @description The profiles that came back: the merged one, and those that were merged into it and came along. */
            members: string[];
            onBehalfOf: string | null;
            /** @description Of the event that undid it. */
            position: string;
            reason: string | null;
        };
        UndoneMergeAnswer: {
            /**
             * Format: date-time
             * @description When it was undone; null while the ledger does not have it.
             * @example 2026-03-04T10:00:00.000Z
             */
            at: string | null;
            /**
             * @description Every read answers by it. False when that took longer than 5 seconds: it is done all the same, and reads follow.
             * @example true
             */
            complete: boolean;
            further: components["schemas"]["FurtherUnmergeAnswer"][];
            /** @example 01980f73-2d69-8e40-9f5a-3c4d5e6f7081 */
            id: string;
            /** @description The profiles that came back together: the merged one first. */
            members: string[];
            /** @description The end user that came back, as it is now; null while the read models cannot show it. */
            merged: components["schemas"]["EndUserAnswer"] | null;
            /**
             * @description The profile that was linked: it stood for its cluster.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12
             */
            mergedId: string;
            reason: string | null;
            /** @description What was written to those who stay since the merge, and may belong to either: the latest first, at most 200. */
            residue: components["schemas"]["ResidueAnswer"][];
            /**
             * @description Of all, also those that are not listed.
             * @example 1
             */
            residueTotal: number;
            /** @description Null while the read models cannot tell. */
            restored: components["schemas"]["RestoredProfileAnswer"] | null;
            /** @enum {string} */
            status: "completed" | "undone";
            /** @description The end user that goes on, as it is now; null while the read models cannot show it. */
            survivor: components["schemas"]["EndUserAnswer"] | null;
            /**
             * @description The profile that the merged one is linked to: it stood for its cluster.
             * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11
             */
            survivorId: string;
        };
        UnmergeData: {
            /**
             * @description Without the profiles that were merged into it before: each of those comes back by itself, too.
             * @example false
             */
            alone?: boolean | null;
            /**
             * Format: uuid
             * @example 01980f73-2d69-8e40-9f5a-3c4d5e6f7081
             */
            mergeId: string;
            /** @example Two people with one name. */
            reason?: string | null;
        };
        UnmergedOrganizationsAnswer: {
            /**
             * @description Every read answers by it. False when that took longer than 5 seconds: it is done all the same, and reads follow.
             * @example true
             */
            complete: boolean;
            further: components["schemas"]["FurtherOrganizationUnmergeAnswer"][];
            /** @example 01980f73-2d69-8e40-9f5a-3c4d5e6f7081 */
            id: string;
            /**
             * @description The organizations that came back together: the merged one first.
             * @example [
             *       "01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5b"
             *     ]
             */
            members: string[];
            /** @description The organization that came back, as it is now; null while the read models cannot show it. */
            merged: components["schemas"]["OrganizationAnswer"] | null;
            /**
             * @description The organization that was linked: it stood for its cluster.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5b
             */
            mergedId: string;
            /** @enum {string} */
            status: "completed" | "undone";
            /** @description The organization that goes on, as it is now; null while the read models cannot show it. */
            survivor: components["schemas"]["OrganizationAnswer"] | null;
            /**
             * @description The organization that the merged one is linked to: it stood for its cluster.
             * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
             */
            survivorId: string;
        };
        UnmergeDto: {
            /**
             * @description Without the profiles that were merged into it before: each of those comes back by itself, too.
             * @example false
             */
            alone?: boolean | null;
            /** @example Two people with one name. */
            reason?: string | null;
        };
        UnmergeOrganizationsCommand: {
            data: components["schemas"]["UnmergeOrganizationsData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Undo a merge of organizations: the merged one comes back, with what was merged into it before unless `alone`. For the roles admin and service. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "UnmergeOrganizations";
        };
        UnmergeOrganizationsData: {
            /**
             * @description Without the organizations that were merged into it before: each of those comes back by itself, too.
             * @example false
             */
            alone?: boolean | null;
            /**
             * Format: uuid
             * @example 01980f73-2d69-8e40-9f5a-3c4d5e6f7081
             */
            mergeId: string;
            /** @example Two companies with one name. */
            reason?: string | null;
        };
        UnmergeOrganizationsDto: {
            /**
             * @description Without the organizations that were merged into it before: each of those comes back by itself, too.
             * @example false
             */
            alone?: boolean | null;
            /** @example Two companies with one name. */
            reason?: string | null;
        };
        UnmergePreviewAnswer: {
            /** @description The merges into it that are undone, too, when it comes back alone. */
            further: components["schemas"]["FurtherUnmergeAnswer"][];
            leaving: components["schemas"]["LeavingAnswer"];
            /** @description Who comes back, as it will be. */
            merged: components["schemas"]["EndUserAnswer"];
            /** @example true */
            possible: boolean;
            /** @example [] */
            refusals: components["schemas"]["WouldBeRefusedAnswer"][];
            /** @description What was written to those who stay since the merge, and may belong to either: the latest first, at most 200. */
            residue: components["schemas"]["ResidueAnswer"][];
            /**
             * @description Of all, also those that are not listed.
             * @example 1
             */
            residueTotal: number;
            /** @description The cluster as it is now. */
            survivor: components["schemas"]["EndUserAnswer"];
            /** @description As it answers afterwards. */
            survivorAfter: components["schemas"]["EndUserAnswer"];
        };
        UnmergePreviewDto: {
            /**
             * @description Without the profiles that were merged into it before: each of those comes back by itself, too.
             * @example false
             */
            alone?: boolean | null;
        };
        UnmergeUsersCommand: {
            data: components["schemas"]["UnmergeData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Undo a merge: the merged end user comes back, with what was merged into it before unless `alone`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "UnmergeUsers";
        };
        UnshareContactPointCommand: {
            data: components["schemas"]["ShareDto"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Let one end user at most hold a contact point again. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "UnshareContactPoint";
        };
        UnsolvedTicketsAnswer: {
            /**
             * @description At most 10,000: then there may be more.
             * @example 4
             */
            count: number;
            /** @description The latest opened first, at most 20. */
            newest: components["schemas"]["TicketAnswer"][];
        };
        UntagEndUserCommand: {
            data: components["schemas"]["EndUserTagsData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Take tags off an end user. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "UntagEndUser";
        };
        UntagOrganizationCommand: {
            data: components["schemas"]["OrganizationTagsData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Take tags off an organization. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "UntagOrganization";
        };
        UntilDto: {
            /** @example Father and son. */
            reason?: string | null;
            /**
             * Format: date-time
             * @description RFC 3339: from then on it counts no longer. For ever when absent.
             * @example 2027-03-03T10:00:00Z
             */
            until?: string | null;
        };
        VerifyContactPointCommand: {
            data: components["schemas"]["EndUserNamedPointData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Note that an end user has shown that a contact point is theirs. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "VerifyContactPoint";
        };
        WebhookAnswer: {
            /** @example 2026-03-03T10:00:00.000Z */
            createdAt: string;
            /** @example The data warehouse */
            description: string | null;
            /** @example 5d0c38a7-0b1f-8c55-9d2e-6f6f3f0f8a11 */
            id: string;
            /**
             * @description Why it is paused: somebody asked for it, or the receiver answered 410 Gone.
             * @enum {string|null}
             */
            pauseCause: "asked" | "gone" | null;
            /** @example false */
            personalData: boolean;
            state: components["schemas"]["WebhookStateAnswer"];
            /**
             * @example active
             * @enum {string}
             */
            status: "active" | "deleted" | "paused";
            /**
             * @description All when empty.
             * @example [
             *       "EndUserCreated",
             *       "ContactPointAttached"
             *     ]
             */
            types: string[];
            /** @example 2026-03-03T10:00:00.000Z */
            updatedAt: string;
            /** @example https://hooks.example.org/kith */
            url: string;
        };
        WebhooksAnswer: {
            items: components["schemas"]["WebhookAnswer"][];
            /** @description Always null: a tenant has at most 50. */
            nextCursor: string | null;
        };
        WebhooksHealth: {
            /**
             * @description Age of the oldest of them; 0 when there is none.
             * @example 0
             */
            lagSeconds: number;
            /**
             * @description Events that are to be delivered and are not yet.
             * @example 0
             */
            pending: number;
            reason: string | null;
            /**
             * @description `troubled` while something of the engine's own does not work; receivers that fail are no trouble.
             * @enum {string}
             */
            status: "ok" | "starting" | "troubled";
        };
        WebhookStateAnswer: {
            /**
             * @description Events that were given up and can be replayed.
             * @example 0
             */
            deadLetters: number;
            lastFailure: components["schemas"]["LastFailureAnswer"] | null;
            /** @example 2026-03-03T10:00:00.000Z */
            lastSuccessAt: string | null;
            /**
             * @description Events that wait for their next try, and those behind them.
             * @example 0
             */
            pending: number;
            /**
             * @description Everything up to this position was delivered, or is pending, or was given up.
             * @example 1041
             */
            position: string;
        };
        WhatIfAnswer: {
            /** @description Of this page. */
            counts: components["schemas"]["WhatIfCountsAnswer"];
            items: components["schemas"]["ReroutedTicketAnswer"][];
            /** @description Give it as `cursor` to read on, also after a page that is not full; null on the last page. */
            nextCursor: string | null;
        };
        WhatIfCountsAnswer: {
            /**
             * @description Routed anew.
             * @example 1000
             */
            compared: number;
            /**
             * @description Of these, those that would go to another queue or assignee, or with another priority or other tags.
             * @example 1
             */
            different: number;
            /**
             * @description Not routed anew, because what they were routed by was erased.
             * @example 0
             */
            unknown: number;
        };
        WhatIfDto: {
            /**
             * Format: date-time
             * @description Opened at this time or later.
             * @example 2026-03-01T00:00:00Z
             */
            from?: string | null;
            /**
             * Format: uuid
             * @description Those of this organization only, under whatever id of its cluster.
             */
            organizationId?: string | null;
            routing: components["schemas"]["ProposedRoutingDto"];
            /**
             * Format: date-time
             * @description Opened before this time.
             * @example 2026-04-01T00:00:00Z
             */
            to?: string | null;
        };
        WithdrawalAnswer: {
            actor: components["schemas"]["ActorAnswer"];
            /**
             * Format: date-time
             * @example 2026-03-04T10:00:00.000Z
             */
            at: string;
            onBehalfOf: string | null;
            reason: string | null;
            /** @description The later declaration of the same two that took its place; null when it was withdrawn. */
            replacedBy: string | null;
        };
        WithdrawData: {
            /**
             * Format: uuid
             * @example 01980f74-3e7a-8f51-a06b-4d5e6f708192
             */
            declarationId: string;
            /** @example Asked for it by telephone. */
            reason?: string | null;
        };
        WithdrawDifferenceCommand: {
            data: components["schemas"]["WithdrawData"];
            /**
             * @description Keeps this command apart from all others of the client; instead of one that is made of the request's key and the command's place.
             * @example crm-4711
             */
            idempotencyKey?: string | null;
            /**
             * @description Opaque id of the person or system that the caller acts for; the request’s when absent.
             * @example agent-12
             */
            onBehalfOf?: string | null;
            /**
             * @description Take back that two end users are different. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "WithdrawDifference";
        };
        WithoutContactAnswer: {
            /** @example 2020-02-01T09:00:00.000Z */
            createdAt: string;
            /** @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11 */
            id: string;
            /**
             * @description Null for who was never heard of.
             * @example 2020-11-20T16:30:00.000Z
             */
            lastInteractionAt: string | null;
            /** @example Léa Martin */
            name: string | null;
            /** @enum {string} */
            status: "active" | "deleted" | "erased" | "merged" | "suspended";
        };
        WithoutContactDto: {
            /**
             * Format: date-time
             * @description RFC 3339: who was last heard of, or spoken to, before it; and who never was, and was created before it. At least a day ago.
             * @example 2021-03-03T00:00:00Z
             */
            withoutContactSince: string;
        };
        WorkHealth: {
            /** @enum {string} */
            name: "projector" | "reactor" | "webhooks";
            /**
             * @description How long ago whoever does it last said how it goes; null when nobody has said anything yet.
             * @example 0
             */
            saidSecondsAgo: number | null;
            /**
             * @description `working`: this process. `standby`: another one, and this one takes over when that ends. `elsewhere`: this one does not run it.
             * @enum {string}
             */
            standing: "elsewhere" | "standby" | "working";
        };
        WouldBeRefusedAnswer: {
            /**
             * @description As the refusal would carry it; `/problems/{code}` says what to do about it.
             * @example declared-different
             */
            code: string;
            /** @example The two end users were declared different persons. */
            detail: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
};
export type $defs = Record<string, never>;
export interface operations {
    Health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AliveAnswer"];
                };
            };
            /** @description `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `stopping` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthAnswer"];
                };
            };
            /** @description `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description Not ready; the same shape., `stopping` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthAnswer"];
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Metrics_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `stopping` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Problems_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every code with its status, meaning, cause and remedy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemMeaningsAnswer"];
                    "text/html": string;
                };
            };
            /** @description `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `stopping` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Problems_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The `code` of a problem.
                 * @example contact-point-taken
                 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the code means, why it comes about, and what to do about it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemMeaningAnswer"];
                    "text/html": string;
                };
            };
            /** @description `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `problem-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `stopping` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    AccessLog_list: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before, of a list with the same conditions.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /**
                 * @description Exactly this id was shown or asked for: of a person who was merged, ask for each of the ids.
                 * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
                 */
                endUserId?: string;
                /**
                 * @description At this time or later.
                 * @example 2026-03-03T10:00:00.000Z
                 */
                from?: string;
                /**
                 * @description By this key.
                 * @example 4f1c2a9be07d3356
                 */
                keyId?: string;
                /**
                 * @description Only of this kind.
                 * @example lookup
                 */
                kind?: "lookup" | "profile" | "list" | "timeline" | "history" | "ticket" | "merge" | "duplicate" | "feed" | "export" | "access-log";
                /**
                 * @description 1 to 200; 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description Before this time.
                 * @example 2026-03-03T10:00:00.000Z
                 */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessLogAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Commands_send: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": (components["schemas"]["CreateEndUserCommand"] | components["schemas"]["ChangeEndUserProfileCommand"] | components["schemas"]["TagEndUserCommand"] | components["schemas"]["UntagEndUserCommand"] | components["schemas"]["NoteEndUserCommand"] | components["schemas"]["SuspendEndUserCommand"] | components["schemas"]["ReinstateEndUserCommand"] | components["schemas"]["DeleteEndUserCommand"] | components["schemas"]["RestoreEndUserCommand"] | components["schemas"]["EraseEndUserCommand"] | components["schemas"]["AttachContactPointCommand"] | components["schemas"]["VerifyContactPointCommand"] | components["schemas"]["DetachContactPointCommand"] | components["schemas"]["TransferContactPointCommand"] | components["schemas"]["ShareContactPointCommand"] | components["schemas"]["UnshareContactPointCommand"] | components["schemas"]["ChoosePrimaryContactPointCommand"] | components["schemas"]["RecordInteractionCommand"] | components["schemas"]["ResolveEndUserCommand"] | components["schemas"]["AssignInteractionCommand"] | components["schemas"]["MergeUsersCommand"] | components["schemas"]["UnmergeUsersCommand"] | components["schemas"]["DeclareDifferentCommand"] | components["schemas"]["WithdrawDifferenceCommand"] | components["schemas"]["ChangeSettingsCommand"] | components["schemas"]["CreateOrganizationCommand"] | components["schemas"]["ChangeOrganizationCommand"] | components["schemas"]["TagOrganizationCommand"] | components["schemas"]["UntagOrganizationCommand"] | components["schemas"]["SetOrganizationDomainsCommand"] | components["schemas"]["SetOrganizationRoutingCommand"] | components["schemas"]["DeleteOrganizationCommand"] | components["schemas"]["MergeOrganizationsCommand"] | components["schemas"]["UnmergeOrganizationsCommand"] | components["schemas"]["JoinOrganizationCommand"] | components["schemas"]["LeaveOrganizationCommand"] | components["schemas"]["ChooseDefaultOrganizationCommand"] | components["schemas"]["StartRetentionRunCommand"] | components["schemas"]["CancelRetentionRunCommand"] | components["schemas"]["OpenTicketCommand"] | components["schemas"]["ChangeTicketStatusCommand"] | components["schemas"]["MoveTicketToOrganizationCommand"] | components["schemas"]["CorrectTicketRequesterCommand"]) | (components["schemas"]["CreateEndUserCommand"] | components["schemas"]["ChangeEndUserProfileCommand"] | components["schemas"]["TagEndUserCommand"] | components["schemas"]["UntagEndUserCommand"] | components["schemas"]["NoteEndUserCommand"] | components["schemas"]["SuspendEndUserCommand"] | components["schemas"]["ReinstateEndUserCommand"] | components["schemas"]["DeleteEndUserCommand"] | components["schemas"]["RestoreEndUserCommand"] | components["schemas"]["EraseEndUserCommand"] | components["schemas"]["AttachContactPointCommand"] | components["schemas"]["VerifyContactPointCommand"] | components["schemas"]["DetachContactPointCommand"] | components["schemas"]["TransferContactPointCommand"] | components["schemas"]["ShareContactPointCommand"] | components["schemas"]["UnshareContactPointCommand"] | components["schemas"]["ChoosePrimaryContactPointCommand"] | components["schemas"]["RecordInteractionCommand"] | components["schemas"]["ResolveEndUserCommand"] | components["schemas"]["AssignInteractionCommand"] | components["schemas"]["MergeUsersCommand"] | components["schemas"]["UnmergeUsersCommand"] | components["schemas"]["DeclareDifferentCommand"] | components["schemas"]["WithdrawDifferenceCommand"] | components["schemas"]["ChangeSettingsCommand"] | components["schemas"]["CreateOrganizationCommand"] | components["schemas"]["ChangeOrganizationCommand"] | components["schemas"]["TagOrganizationCommand"] | components["schemas"]["UntagOrganizationCommand"] | components["schemas"]["SetOrganizationDomainsCommand"] | components["schemas"]["SetOrganizationRoutingCommand"] | components["schemas"]["DeleteOrganizationCommand"] | components["schemas"]["MergeOrganizationsCommand"] | components["schemas"]["UnmergeOrganizationsCommand"] | components["schemas"]["JoinOrganizationCommand"] | components["schemas"]["LeaveOrganizationCommand"] | components["schemas"]["ChooseDefaultOrganizationCommand"] | components["schemas"]["StartRetentionRunCommand"] | components["schemas"]["CancelRetentionRunCommand"] | components["schemas"]["OpenTicketCommand"] | components["schemas"]["ChangeTicketStatusCommand"] | components["schemas"]["MoveTicketToOrganizationCommand"] | components["schemas"]["CorrectTicketRequesterCommand"])[];
                "application/x-ndjson": components["schemas"]["CreateEndUserCommand"] | components["schemas"]["ChangeEndUserProfileCommand"] | components["schemas"]["TagEndUserCommand"] | components["schemas"]["UntagEndUserCommand"] | components["schemas"]["NoteEndUserCommand"] | components["schemas"]["SuspendEndUserCommand"] | components["schemas"]["ReinstateEndUserCommand"] | components["schemas"]["DeleteEndUserCommand"] | components["schemas"]["RestoreEndUserCommand"] | components["schemas"]["EraseEndUserCommand"] | components["schemas"]["AttachContactPointCommand"] | components["schemas"]["VerifyContactPointCommand"] | components["schemas"]["DetachContactPointCommand"] | components["schemas"]["TransferContactPointCommand"] | components["schemas"]["ShareContactPointCommand"] | components["schemas"]["UnshareContactPointCommand"] | components["schemas"]["ChoosePrimaryContactPointCommand"] | components["schemas"]["RecordInteractionCommand"] | components["schemas"]["ResolveEndUserCommand"] | components["schemas"]["AssignInteractionCommand"] | components["schemas"]["MergeUsersCommand"] | components["schemas"]["UnmergeUsersCommand"] | components["schemas"]["DeclareDifferentCommand"] | components["schemas"]["WithdrawDifferenceCommand"] | components["schemas"]["ChangeSettingsCommand"] | components["schemas"]["CreateOrganizationCommand"] | components["schemas"]["ChangeOrganizationCommand"] | components["schemas"]["TagOrganizationCommand"] | components["schemas"]["UntagOrganizationCommand"] | components["schemas"]["SetOrganizationDomainsCommand"] | components["schemas"]["SetOrganizationRoutingCommand"] | components["schemas"]["DeleteOrganizationCommand"] | components["schemas"]["MergeOrganizationsCommand"] | components["schemas"]["UnmergeOrganizationsCommand"] | components["schemas"]["JoinOrganizationCommand"] | components["schemas"]["LeaveOrganizationCommand"] | components["schemas"]["ChooseDefaultOrganizationCommand"] | components["schemas"]["StartRetentionRunCommand"] | components["schemas"]["CancelRetentionRunCommand"] | components["schemas"]["OpenTicketCommand"] | components["schemas"]["ChangeTicketStatusCommand"] | components["schemas"]["MoveTicketToOrganizationCommand"] | components["schemas"]["CorrectTicketRequesterCommand"];
            };
        };
        responses: {
            /** @description One command, or the answers of all. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"] | components["schemas"]["CommandAnswer"][];
                    "application/x-ndjson": components["schemas"]["CommandAnswer"] | components["schemas"]["StoppedAnswer"];
                };
            };
            /** @description One command, which made something. */
            201: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `contact-point-not-held`, `delivery-not-found`, `difference-not-found`, `end-user-not-found`, `erasure-not-found`, `interaction-not-found`, `key-not-found`, `merge-not-found`, `not-a-member`, `organization-not-found`, `retention-run-not-found`, `tenant-not-found`, `ticket-not-found`, `webhook-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `already-merged`, `command-in-progress`, `contact-point-still-shared`, `contact-point-taken`, `declared-different`, `end-user-deleted`, `end-user-erased`, `end-user-exists`, `end-user-merged`, `interaction-already-assigned`, `last-admin-key`, `merge-in-progress`, `merge-undone`, `organization-deleted`, `organization-exists`, `organization-merged`, `organization-name-taken`, `organizations-already-merged`, `requester-ambiguous`, `tenant-exists`, `ticket-exists` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `state-changed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `channel-unknown`, `contact-point-blocked`, `contact-point-invalid`, `contact-point-limit-reached`, `contact-point-quarantined`, `contact-point-unverified`, `idempotency-key-reused`, `key-expiry-passed`, `merge-with-itself`, `no-contact-point`, `organization-domain-invalid`, `organization-domain-taken`, `organization-limit-reached`, `organization-name-invalid`, `profile-limit-reached`, `routing-invalid`, `settings-invalid`, `time-in-future`, `webhook-limit-reached`, `webhook-target-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    ContactPoints_find: {
        parameters: {
            query?: {
                /**
                 * @description Business time, RFC 3339: who held it then? Not for keys that are limited to organizations.
                 * @example 2026-03-03T10:00:00Z
                 */
                asOf?: unknown;
                /**
                 * @description As the log was at this position, in the place of `knownAt`. Only for admins and auditors.
                 * @example text
                 */
                asOfPosition?: string;
                /**
                 * @description RFC 3339: as we knew it then, by what was in the log. With `asOf`: who held it at that time, as we knew it at this one. Only for admins and auditors.
                 * @example 2026-03-05T10:00:00Z
                 */
                knownAt?: unknown;
                /**
                 * @description The page, provider or system that ids of this channel belong to.
                 * @example
                 */
                scope?: string;
            };
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path: {
                /** @example phone */
                channel: string;
                /**
                 * @description As people write it, percent-encoded.
                 * @example +33612345678
                 */
                value: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldersAnswer"] | components["schemas"]["PastHoldersAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `contact-point-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `channel-unknown`, `contact-point-blocked`, `contact-point-invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    History_ofContactPoint: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before, of the same history.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /** @example 50 */
                limit?: number;
                /**
                 * @description The page, provider or system that ids of this channel belong to.
                 * @example
                 */
                scope?: string;
            };
            header?: never;
            path: {
                /** @example email */
                channel: string;
                /**
                 * @description As people write it, percent-encoded.
                 * @example lea@example.org
                 */
                value: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `contact-point-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `channel-unknown`, `contact-point-blocked`, `contact-point-invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    ContactPoints_lookUp: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Position of a write that the answers must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LookUpDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookUpAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `channel-unknown`, `contact-point-invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Sharing_share: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareDto"];
            };
        };
        responses: {
            /** @description Shared, now or before. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `end-user-erased` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `channel-unknown`, `contact-point-blocked`, `contact-point-invalid`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Sharing_unshare: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShareDto"];
            };
        };
        responses: {
            /** @description Not shared, now or before. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SharedAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `contact-point-still-shared`, `end-user-erased` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `channel-unknown`, `contact-point-blocked`, `contact-point-invalid`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Differences_list: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /**
                 * @description It, or another member of its cluster, is one of the two.
                 * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
                 */
                endUserId?: string;
                /**
                 * @description 1 to 200; 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description Only those that count now, or only those that do not.
                 * @example false
                 */
                standing?: boolean;
            };
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DifferencesAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Differences_declare: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DifferenceDto"];
            };
        };
        responses: {
            /** @description It was so already. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclaredAnswer"];
                };
            };
            /** @description Declared. */
            201: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclaredAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `already-merged`, `command-in-progress`, `merge-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused`, `merge-with-itself` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Differences_withdraw: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description Of the declaration.
                 * @example 01980f74-3e7a-8f51-a06b-4d5e6f708192
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description Withdrawn, now or before. */
            204: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `difference-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `merge-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Duplicates_list: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before, of a list with the same conditions.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /**
                 * @description Only those of this end user.
                 * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
                 */
                endUserId?: string;
                /**
                 * @description 1 to 200; 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description Only those that this rule tells of.
                 * @example same-mailbox
                 */
                rule?: "same-mailbox" | "same-number" | "met-in-interaction" | "same-name-and-domain" | "same-name-and-organization";
            };
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuplicatesAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Duplicates_dismiss: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description Of the suggestion.
                 * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11.01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UntilDto"];
            };
        };
        responses: {
            /** @description It was so already. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclaredAnswer"];
                };
            };
            /** @description Declared. */
            201: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclaredAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `duplicate-not-found`, `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `already-merged`, `command-in-progress`, `merge-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused`, `merge-with-itself` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Duplicates_merge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description Of the suggestion.
                 * @example 01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11.01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a12
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MergeDuplicateDto"];
            };
        };
        responses: {
            /** @description Merged, as by `POST /v1/merges`. */
            201: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletedMergeAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `duplicate-not-found`, `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `already-merged`, `command-in-progress`, `declared-different`, `end-user-deleted`, `end-user-erased`, `merge-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    EndUserList_list: {
        parameters: {
            query?: {
                /**
                 * @description They have a contact point on it.
                 * @example email
                 */
                channel?: string;
                /**
                 * @description `nextCursor` of the page before, of a list with the same conditions.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /**
                 * @description Last heard of at this time or later.
                 * @example 2026-03-03T10:00:00.000Z
                 */
                lastContactAfter?: string;
                /**
                 * @description Last heard of before this time. Who was never heard of is not among them.
                 * @example 2026-03-03T10:00:00.000Z
                 */
                lastContactBefore?: string;
                /**
                 * @description The most items of a page.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description They are members of this organization, under whatever id of its cluster.
                 * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
                 */
                organizationId?: string;
                /**
                 * @description Beginnings of words of the name, in any order, or a part of any contact point, three characters or more. Case and accents do not matter; of a number, spaces and punctuation do not either.
                 * @example léa
                 */
                query?: string;
                /**
                 * @description `created` when absent. By last contact, who was never heard of comes last.
                 * @example created
                 */
                sort?: "created" | "last-contact";
                /**
                 * @description Active and suspended ones when absent.
                 * @example active
                 */
                status?: "active" | "suspended" | "deleted";
                /**
                 * @description They have this tag.
                 * @example vip
                 */
                tag?: string;
                /**
                 * @description They have no e-mail address.
                 * @example email
                 */
                without?: "email";
            };
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndUserListAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    EndUsers_create: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateEndUserDto"];
            };
        };
        responses: {
            /** @description Created. `Location` is its address, `Kith-Position` where the write ended. */
            201: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedEndUserAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `contact-point-taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `channel-unknown`, `contact-point-blocked`, `contact-point-invalid`, `contact-point-limit-reached`, `contact-point-quarantined`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    EndUsers_find: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what the caller has: 304 when it is the same.
                 * @example "01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11.4711"
                 */
                "If-None-Match"?: string;
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path: {
                /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `ETag` changes whenever what is shown does. */
            200: {
                headers: {
                    /**
                     * @description Changes whenever what is shown does.
                     * @example "01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11.4711"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndUserAnswer"];
                };
            };
            /** @description What the caller has is what there is. */
            304: {
                headers: {
                    /**
                     * @description Changes whenever what is shown does.
                     * @example "01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11.4711"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    EndUserLifecycle_delete: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `ETag` of the end user as the caller saw it: refused with `state-changed` when what is shown was edited since. Interactions that came in meanwhile do not count. `*` matches whatever is there, weak tags match nothing.
                 * @example "01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11.1041"
                 */
                "If-Match"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted, now or before. */
            204: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `end-user-erased` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `state-changed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    EndUserProfile_change: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `ETag` of the end user as the caller saw it: refused with `state-changed` when what is shown was edited since. Interactions that came in meanwhile do not count. `*` matches whatever is there, weak tags match nothing.
                 * @example "01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11.1041"
                 */
                "If-Match"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeEndUserDto"];
            };
        };
        responses: {
            /** @description It is so, now or before. `ETag` tells the new state when it changed. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `end-user-deleted`, `end-user-erased` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `state-changed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused`, `profile-limit-reached` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    EndUserContactPoints_attach: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactPointDto"];
            };
        };
        responses: {
            /** @description It was so already. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachedContactPointAnswer"];
                };
            };
            /** @description Attached, or noted as verified. */
            201: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachedContactPointAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `contact-point-taken`, `end-user-deleted`, `end-user-erased` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `channel-unknown`, `contact-point-blocked`, `contact-point-invalid`, `contact-point-limit-reached`, `contact-point-unverified`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    EndUserContactPoints_detach: {
        parameters: {
            query?: {
                /**
                 * @description The page, provider or system that ids of this channel belong to.
                 * @example
                 */
                scope?: string;
            };
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @example email */
                channel: string;
                /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
                id: string;
                /**
                 * @description As people write it, percent-encoded.
                 * @example lea@example.org
                 */
                value: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Detached, now or before. */
            204: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `contact-point-not-held`, `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `end-user-deleted`, `end-user-erased` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `channel-unknown`, `contact-point-blocked`, `contact-point-invalid`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    EndUserContactPoints_choosePrimary: {
        parameters: {
            query?: {
                /**
                 * @description The page, provider or system that ids of this channel belong to.
                 * @example
                 */
                scope?: string;
            };
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @example email */
                channel: string;
                /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
                id: string;
                /**
                 * @description As people write it, percent-encoded.
                 * @example lea@example.org
                 */
                value: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Chosen, now or before. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachedContactPointAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `contact-point-not-held`, `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `end-user-deleted`, `end-user-erased` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `channel-unknown`, `contact-point-blocked`, `contact-point-invalid`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    EndUserContactPoints_transfer: {
        parameters: {
            query?: {
                /**
                 * @description The page, provider or system that ids of this channel belong to.
                 * @example
                 */
                scope?: string;
            };
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @example email */
                channel: string;
                /**
                 * @description Who holds it.
                 * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
                 */
                id: string;
                /**
                 * @description As people write it, percent-encoded.
                 * @example lea@example.org
                 */
                value: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferDto"];
            };
        };
        responses: {
            /** @description As the other end user has it, now or before. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachedContactPointAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `contact-point-not-held`, `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `end-user-deleted`, `end-user-erased` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `channel-unknown`, `contact-point-blocked`, `contact-point-invalid`, `contact-point-limit-reached`, `contact-point-unverified`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    EndUserContactPoints_verify: {
        parameters: {
            query?: {
                /**
                 * @description The page, provider or system that ids of this channel belong to.
                 * @example
                 */
                scope?: string;
            };
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @example email */
                channel: string;
                /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
                id: string;
                /**
                 * @description As people write it, percent-encoded.
                 * @example lea@example.org
                 */
                value: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Verified, now or before. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttachedContactPointAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `contact-point-not-held`, `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `end-user-deleted`, `end-user-erased` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `channel-unknown`, `contact-point-blocked`, `contact-point-invalid`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Memberships_chooseDefault: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `ETag` of the end user as the caller saw it: refused with `state-changed` when what is shown was edited since. Interactions that came in meanwhile do not count. `*` matches whatever is there, weak tags match nothing.
                 * @example "01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11.1041"
                 */
                "If-Match"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefaultOrganizationDto"];
            };
        };
        responses: {
            /** @description It is so, now or before. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedMembershipAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found`, `not-a-member`, `organization-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `end-user-deleted`, `end-user-erased`, `organization-deleted` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `state-changed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Erasure_erase: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `ETag` of the end user as the caller saw it: refused with `state-changed` when what is shown was edited since. Interactions that came in meanwhile do not count. `*` matches whatever is there, weak tags match nothing.
                 * @example "01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11.1041"
                 */
                "If-Match"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EraseDto"];
            };
        };
        responses: {
            /** @description Erased, now or before. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasedAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `merge-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `state-changed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Erasure_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasureAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found`, `erasure-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    AccessExport_export: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description `application/json`, or `text/html` for a page to read and to print.
                 * @example application/json
                 */
                Accept?: string;
            };
            path: {
                /**
                 * @description Of any profile of the person.
                 * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The export. The page loads nothing and runs nothing. */
            200: {
                headers: {
                    /** @description A name for its file. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessExportAnswer"];
                    "text/html": string;
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    History_ofEndUser: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before, of the same history.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Of any profile of the person.
                 * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    EndUserProfile_note: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteDto"];
            };
        };
        responses: {
            /** @description Noted. `ETag` tells the new state. */
            201: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `end-user-deleted`, `end-user-erased` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    EndUserLifecycle_reinstate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `ETag` of the end user as the caller saw it: refused with `state-changed` when what is shown was edited since. Interactions that came in meanwhile do not count. `*` matches whatever is there, weak tags match nothing.
                 * @example "01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11.1041"
                 */
                "If-Match"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description Active, now or before. `ETag` tells the new state when it changed. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `end-user-deleted`, `end-user-erased` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `state-changed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    EndUserLifecycle_restore: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `ETag` of the end user as the caller saw it: refused with `state-changed` when what is shown was edited since. Interactions that came in meanwhile do not count. `*` matches whatever is there, weak tags match nothing.
                 * @example "01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11.1041"
                 */
                "If-Match"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description There again, now or before. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RestoredAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `end-user-erased` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `state-changed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    EndUserLifecycle_suspend: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `ETag` of the end user as the caller saw it: refused with `state-changed` when what is shown was edited since. Interactions that came in meanwhile do not count. `*` matches whatever is there, weak tags match nothing.
                 * @example "01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11.1041"
                 */
                "If-Match"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReasonDto"];
            };
        };
        responses: {
            /** @description Suspended, now or before. `ETag` tells the new state when it changed. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `end-user-deleted`, `end-user-erased` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `state-changed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    EndUserProfile_tag: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `ETag` of the end user as the caller saw it: refused with `state-changed` when what is shown was edited since. Interactions that came in meanwhile do not count. `*` matches whatever is there, weak tags match nothing.
                 * @example "01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11.1041"
                 */
                "If-Match"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagsDto"];
            };
        };
        responses: {
            /** @description They are on, now or before. `ETag` tells the new state when it changed. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `end-user-deleted`, `end-user-erased` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `state-changed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused`, `profile-limit-reached` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    EndUserProfile_untag: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `ETag` of the end user as the caller saw it: refused with `state-changed` when what is shown was edited since. Interactions that came in meanwhile do not count. `*` matches whatever is there, weak tags match nothing.
                 * @example "01980f6e-2f60-7c1e-9d5f-6f6f3f0f8a11.1041"
                 */
                "If-Match"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
                id: string;
                /**
                 * @description As it was put on, percent-encoded.
                 * @example vip
                 */
                tag: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is off, now or before. `ETag` tells the new state when it changed. */
            204: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `end-user-deleted`, `end-user-erased` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `state-changed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    EndUsers_timeline: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /**
                 * @description 1 to 200; 50 when absent.
                 * @example 50
                 */
                limit?: number;
            };
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path: {
                /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Events_read: {
        parameters: {
            query?: {
                /**
                 * @description Only what the actor with this id did.
                 * @example k2v9qm4x
                 */
                actor?: unknown;
                /**
                 * @description Position after which to begin; the beginning of the log when absent.
                 * @example 4711
                 */
                after?: unknown;
                /**
                 * @description At most so many events; all when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description Whether personal fields are wanted; for admin, operator and auditor.
                 * @example true
                 */
                personal?: "true" | "false";
                /**
                 * @description One stream by its name, or all of a kind, such as `endUser`.
                 * @example contactPoint
                 */
                stream?: unknown;
                /**
                 * @description Only events about the end user with this id, as the events name it.
                 * @example 0199b5f2-6c1d-7bb1-8c44-52a3f0f4c9de
                 */
                subject?: unknown;
                /**
                 * @description Only events of these types: repeated, or separated by commas.
                 * @example [
                 *       "EndUserCreated",
                 *       "EndUserProfileChanged"
                 *     ]
                 */
                type?: string[];
            };
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One event a line. */
            200: {
                headers: {
                    /** @description The end of the log that the answer covers. */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["FedEventAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Events_follow: {
        parameters: {
            query?: {
                /**
                 * @description Only what the actor with this id did.
                 * @example k2v9qm4x
                 */
                actor?: unknown;
                /**
                 * @description Position after which to begin; now when absent.
                 * @example 4711
                 */
                after?: unknown;
                /**
                 * @description Whether personal fields are wanted; for admin, operator and auditor.
                 * @example true
                 */
                personal?: "true" | "false";
                /**
                 * @description One stream by its name, or all of a kind, such as `endUser`.
                 * @example contactPoint
                 */
                stream?: unknown;
                /**
                 * @description Only events about the end user with this id, as the events name it.
                 * @example 0199b5f2-6c1d-7bb1-8c44-52a3f0f4c9de
                 */
                subject?: unknown;
                /**
                 * @description Only events of these types: repeated, or separated by commas.
                 * @example [
                 *       "EndUserCreated",
                 *       "EndUserProfileChanged"
                 *     ]
                 */
                type?: string[];
            };
            header?: {
                /**
                 * @description The last `id` that was received; it wins over `after`.
                 * @example 4711
                 */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Server-sent events; the `data` of each is an event. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Interactions_listOpen: {
        parameters: {
            query: {
                /**
                 * @description `nextCursor` of the page before.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /**
                 * @description 1 to 200; 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /** @example ambiguous */
                outcome: "ambiguous" | "unidentified";
            };
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenInteractionsAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Interactions_record: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InteractionDto"] | components["schemas"]["InteractionDto"][];
                "application/x-ndjson": components["schemas"]["InteractionDto"];
            };
        };
        responses: {
            /** @description It was recorded before (`repeated`), or the answers of all. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolutionAnswerDto"] | (components["schemas"]["ResolutionAnswerDto"] | components["schemas"]["RefusedItemAnswer"])[];
                    "application/x-ndjson": components["schemas"]["ResolutionAnswerDto"] | components["schemas"]["RefusedItemAnswer"] | components["schemas"]["FailedItemAnswer"] | components["schemas"]["StoppedAnswer"];
                };
            };
            /** @description Recorded. */
            201: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolutionAnswerDto"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `channel-unknown`, `contact-point-invalid`, `idempotency-key-reused`, `time-in-future` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Interactions_assign: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description `interactionId` of the answer when it was recorded.
                 * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssignedAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found`, `interaction-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `end-user-deleted`, `end-user-erased`, `interaction-already-assigned` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    History_ofInteraction: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before, of the same history.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description `interactionId` of the answer when it was recorded.
                 * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `interaction-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Access_listKeys: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /**
                 * @description 1 to 200; 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description For operators: whose keys; the caller's own when absent.
                 * @example acme
                 */
                tenant?: unknown;
            };
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeysAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `tenant-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Access_issue: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateKeyDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedKeyAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `tenant-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused`, `key-expiry-passed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Access_revoke: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @example 4f1c2a9be07d3356 */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoked, now or before. */
            204: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `key-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `last-admin-key` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    MembershipSweeps_list: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /**
                 * @description 1 to 200; 50 when absent.
                 * @example 50
                 */
                limit?: number;
            };
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipSweepsAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    MembershipSweeps_find: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path: {
                /**
                 * @description Of the work, as the list gives it.
                 * @example 01980f75-4f8b-8a62-b17c-5e6f70819203
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipSweepAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `membership-sweep-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Merges_list: {
        parameters: {
            query?: {
                /**
                 * @description Id of who did it.
                 * @example service:4f1c2a9be07d3356
                 */
                actor?: string;
                /**
                 * @description `nextCursor` of the page before, of a list with the same conditions.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /**
                 * @description On either side of it.
                 * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
                 */
                endUserId?: string;
                /**
                 * @description Recorded at this time or later.
                 * @example 2026-03-03T10:00:00.000Z
                 */
                from?: string;
                /**
                 * @description 1 to 200; 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description For whom it was done.
                 * @example agent-7
                 */
                onBehalfOf?: string;
                /**
                 * @description A part of the reason of the merge, or of undoing it. Case and accents do not matter.
                 * @example Asked by the customer.
                 */
                reason?: string;
                /**
                 * @description What asked for it.
                 * @example held-by
                 */
                rule?: string;
                /**
                 * @description Recorded before this time.
                 * @example 2026-03-03T10:00:00.000Z
                 */
                to?: string;
                /**
                 * @description Only those that were undone, or only those that stand.
                 * @example false
                 */
                undone?: boolean;
            };
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergesAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Merges_merge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeDto"];
            };
        };
        responses: {
            /** @description Merged. Both profiles: the one that goes on, and the one that it has taken up. */
            201: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompletedMergeAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `already-merged`, `command-in-progress`, `declared-different`, `end-user-deleted`, `end-user-erased`, `merge-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused`, `merge-with-itself` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Merges_find: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path: {
                /**
                 * @description Of the merge.
                 * @example 01980f73-2d69-8e40-9f5a-3c4d5e6f7081
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `merge-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Merges_unmerge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description Of the merge.
                 * @example 01980f73-2d69-8e40-9f5a-3c4d5e6f7081
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UnmergeDto"];
            };
        };
        responses: {
            /** @description Undone, now or before. Both profiles: where the others stay, and the one that came back. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UndoneMergeAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `merge-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `end-user-erased`, `merge-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `outcome-unknown`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    MergePreviews_unmerge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path: {
                /**
                 * @description Of the merge.
                 * @example 01980f73-2d69-8e40-9f5a-3c4d5e6f7081
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UnmergePreviewDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmergePreviewAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `merge-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    MergePreviews_merge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergingPairDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergePreviewAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Operations_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectionsAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Operations_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example contact-lookup */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is being tried; the list tells what came of it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `projection-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Operations_rebuild: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is under way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rebuild-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    OrganizationMerges_list: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before, of a list with the same conditions.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /**
                 * @description 1 to 200; 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description On either side of it.
                 * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
                 */
                organizationId?: string;
            };
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationMergesAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    OrganizationMerges_merge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeOrganizationsDto"];
            };
        };
        responses: {
            /** @description Merged. */
            201: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergedOrganizationsAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `organization-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `merge-in-progress`, `organization-deleted`, `organizations-already-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused`, `merge-with-itself` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    OrganizationMerges_unmerge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description Of the merge.
                 * @example 01980f73-2d69-8e40-9f5a-3c4d5e6f7081
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["UnmergeOrganizationsDto"];
            };
        };
        responses: {
            /** @description Undone, now or before. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmergedOrganizationsAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `merge-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `merge-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    OrganizationList_list: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before, of a list with the same conditions.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /**
                 * @description It claims exactly this domain.
                 * @example acme.example
                 */
                domain?: string;
                /**
                 * @description Another system calls it so.
                 * @example crm-2041
                 */
                externalId?: string;
                /**
                 * @description 1 to 200; 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description A part of the name. Case and accents do not matter.
                 * @example acm
                 */
                query?: string;
                /**
                 * @description Active ones when absent.
                 * @example active
                 */
                status?: "active" | "deleted";
                /**
                 * @description It has this tag.
                 * @example gold
                 */
                tag?: string;
            };
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationsAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Organizations_create: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateOrganizationDto"];
            };
        };
        responses: {
            /** @description Created. `Location` is its address, `Kith-Position` where the write ended. */
            201: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedOrganizationAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `organization-name-taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused`, `organization-domain-invalid`, `organization-domain-taken`, `organization-name-invalid`, `profile-limit-reached`, `routing-invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    OrganizationList_find: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path: {
                /**
                 * @description Of the organization.
                 * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `ETag` is for `If-Match`; who joins and leaves does not change it. */
            200: {
                headers: {
                    /**
                     * @description To be given as `If-Match`.
                     * @example "01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a.4711"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `organization-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Organizations_delete: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `ETag` of the organization as the caller saw it: refused with `state-changed` when it was changed since. Who joined or left meanwhile does not count. `*` matches whatever is there, weak tags match nothing.
                 * @example "01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a.1041"
                 */
                "If-Match"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description Of the organization.
                 * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted, now or before. */
            204: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `organization-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `merge-in-progress`, `organization-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `state-changed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Organizations_change: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `ETag` of the organization as the caller saw it: refused with `state-changed` when it was changed since. Who joined or left meanwhile does not count. `*` matches whatever is there, weak tags match nothing.
                 * @example "01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a.1041"
                 */
                "If-Match"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description Of the organization.
                 * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeOrganizationDto"];
            };
        };
        responses: {
            /** @description It is so, now or before. `ETag` tells the new state when it changed. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrganizationAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `organization-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `merge-in-progress`, `organization-deleted`, `organization-merged`, `organization-name-taken` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `state-changed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused`, `organization-name-invalid`, `profile-limit-reached` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    OrganizationRules_setDomains: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `ETag` of the organization as the caller saw it: refused with `state-changed` when it was changed since. Who joined or left meanwhile does not count. `*` matches whatever is there, weak tags match nothing.
                 * @example "01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a.1041"
                 */
                "If-Match"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description Of the organization.
                 * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationDomainsDto"];
            };
        };
        responses: {
            /** @description They are set, now or before. `ETag` tells the new state when it changed. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrganizationAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `organization-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `merge-in-progress`, `organization-deleted`, `organization-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `state-changed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused`, `organization-domain-invalid`, `organization-domain-taken`, `profile-limit-reached` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    History_ofOrganization: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before, of the same history.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Of the organization.
                 * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `organization-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    OrganizationViews_interactions: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before, of a list with the same conditions.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /**
                 * @description 1 to 200; 50 when absent.
                 * @example 50
                 */
                limit?: number;
            };
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path: {
                /**
                 * @description Of the organization.
                 * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationInteractionsAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `organization-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    OrganizationViews_members: {
        parameters: {
            query?: {
                /**
                 * @description They have a contact point on it.
                 * @example email
                 */
                channel?: string;
                /**
                 * @description `nextCursor` of the page before, of a list with the same conditions.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /**
                 * @description 1 to 200; 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description Beginnings of words of the name, in any order, or a part of any contact point, three characters or more.
                 * @example lea mar
                 */
                query?: string;
                /**
                 * @description The latest heard of first when absent.
                 * @example last-contact
                 */
                sort?: "last-contact" | "name";
                /**
                 * @description They have this tag.
                 * @example vip
                 */
                tag?: string;
                /**
                 * @description They have no e-mail address.
                 * @example email
                 */
                without?: "email";
            };
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path: {
                /**
                 * @description Of the organization.
                 * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembersAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `organization-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Memberships_join: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description Of the organization.
                 * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JoinOrganizationDto"];
            };
        };
        responses: {
            /** @description It was so already. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedMembershipAnswer"];
                };
            };
            /** @description A member from here on. */
            201: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedMembershipAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found`, `organization-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `end-user-deleted`, `end-user-erased`, `organization-deleted` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused`, `organization-limit-reached` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Memberships_leave: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
                endUserId: string;
                /**
                 * @description Of the organization.
                 * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No member, now or before. */
            204: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found`, `organization-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `end-user-deleted`, `end-user-erased` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    OrganizationViews_page: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path: {
                /**
                 * @description Of the organization.
                 * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationPageAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `organization-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Reports_ofOrganization: {
        parameters: {
            query: {
                /**
                 * @description What it is cut into; days when absent. Weeks begin on Monday (ISO 8601).
                 * @example month
                 */
                by?: "day" | "week" | "month";
                /**
                 * @description Goes before `Accept`: `csv` for browsers, which cannot say what they accept.
                 * @example json
                 */
                format?: "json" | "csv";
                /**
                 * @description First day, in the time zone.
                 * @example 2026-01-01
                 */
                from: string;
                /**
                 * @description IANA time zone whose days they are; UTC when absent.
                 * @example Europe/Paris
                 */
                timeZone?: string;
                /**
                 * @description The day after the last one. At most 400 periods.
                 * @example 2026-04-01
                 */
                to: string;
            };
            header?: {
                /**
                 * @description `application/json`, or `text/csv` for a table with a line a period.
                 * @example application/json
                 */
                Accept?: string;
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path: {
                /**
                 * @description Of the organization.
                 * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. As CSV (RFC 4180, UTF-8): a line a period, the names of the columns first; nothing in it is taken for a formula by spreadsheets. */
            200: {
                headers: {
                    /** @description Of CSV: a name for its file. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportAnswer"];
                    "text/csv": string;
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `organization-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    OrganizationRules_setRouting: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `ETag` of the organization as the caller saw it: refused with `state-changed` when it was changed since. Who joined or left meanwhile does not count. `*` matches whatever is there, weak tags match nothing.
                 * @example "01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a.1041"
                 */
                "If-Match"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description Of the organization.
                 * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetOrganizationRoutingDto"];
            };
        };
        responses: {
            /** @description It is set, now or before. `ETag` tells the new state when it changed. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrganizationAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `organization-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `merge-in-progress`, `organization-deleted`, `organization-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `state-changed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused`, `routing-invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Organizations_tag: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `ETag` of the organization as the caller saw it: refused with `state-changed` when it was changed since. Who joined or left meanwhile does not count. `*` matches whatever is there, weak tags match nothing.
                 * @example "01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a.1041"
                 */
                "If-Match"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description Of the organization.
                 * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagsDto"];
            };
        };
        responses: {
            /** @description They are on, now or before. `ETag` tells the new state when it changed. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedOrganizationAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `organization-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `merge-in-progress`, `organization-deleted`, `organization-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `state-changed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused`, `profile-limit-reached` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Organizations_untag: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `ETag` of the organization as the caller saw it: refused with `state-changed` when it was changed since. Who joined or left meanwhile does not count. `*` matches whatever is there, weak tags match nothing.
                 * @example "01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a.1041"
                 */
                "If-Match"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description Of the organization.
                 * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
                 */
                id: string;
                /**
                 * @description As it was put on, percent-encoded.
                 * @example gold
                 */
                tag: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is off, now or before. `ETag` tells the new state when it changed. */
            204: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `organization-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `merge-in-progress`, `organization-deleted`, `organization-merged` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `state-changed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    OrganizationViews_tickets: {
        parameters: {
            query?: {
                /**
                 * @description Routed to them.
                 * @example agent-7
                 */
                assignee?: string;
                /**
                 * @description `nextCursor` of the page before, of a list with the same conditions.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /**
                 * @description 1 to 200; 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description Routed with it.
                 * @example normal
                 */
                priority?: "low" | "normal" | "high" | "urgent";
                /**
                 * @description Routed to it.
                 * @example default
                 */
                queue?: string;
                /**
                 * @description Asked by this end user, under whatever id of its cluster.
                 * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
                 */
                requesterId?: string;
                /**
                 * @description Routed by it.
                 * @example fallback
                 */
                rule?: string;
                /**
                 * @description `unsolved`, one status, or several separated by commas.
                 * @example open,pending
                 */
                status?: string;
            };
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path: {
                /**
                 * @description Of the organization.
                 * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketsAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `organization-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Reports_ofTenant: {
        parameters: {
            query: {
                /**
                 * @description What it is cut into; days when absent. Weeks begin on Monday (ISO 8601).
                 * @example month
                 */
                by?: "day" | "week" | "month";
                /**
                 * @description Goes before `Accept`: `csv` for browsers, which cannot say what they accept.
                 * @example json
                 */
                format?: "json" | "csv";
                /**
                 * @description First day, in the time zone.
                 * @example 2026-01-01
                 */
                from: string;
                /**
                 * @description IANA time zone whose days they are; UTC when absent.
                 * @example Europe/Paris
                 */
                timeZone?: string;
                /**
                 * @description The day after the last one. At most 400 periods.
                 * @example 2026-04-01
                 */
                to: string;
            };
            header?: {
                /**
                 * @description `application/json`, or `text/csv` for a table with a line a period.
                 * @example application/json
                 */
                Accept?: string;
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The report. As CSV (RFC 4180, UTF-8): a line a period, the names of the columns first; nothing in it is taken for a formula by spreadsheets. */
            200: {
                headers: {
                    /** @description Of CSV: a name for its file. */
                    "Content-Disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportAnswer"];
                    "text/csv": string;
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Interactions_resolve: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolutionAnswerDto"];
                };
            };
            /** @description An end user was created. */
            201: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolutionAnswerDto"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `channel-unknown`, `contact-point-invalid`, `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    RetentionRuns_list: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /**
                 * @description 1 to 200; 50 when absent.
                 * @example 50
                 */
                limit?: number;
            };
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionRunsAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    RetentionRuns_start: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartRetentionRunDto"];
            };
        };
        responses: {
            /** @description Started, now or before. */
            201: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedRetentionRunAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `state-changed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    RetentionRuns_find: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path: {
                /**
                 * @description Of the run.
                 * @example 01980f76-5a9c-8b73-a28d-6f708192a3b4
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionRunAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `retention-run-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    RetentionRuns_cancel: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description Of the run.
                 * @example 01980f76-5a9c-8b73-a28d-6f708192a3b4
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cancelled, now or before, or at its end already. */
            204: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `retention-run-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    RetentionRuns_preview: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithoutContactDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionPreviewAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Routing_find: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoutedByDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundRouteAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found`, `organization-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-deleted`, `end-user-erased`, `organization-deleted`, `requester-ambiguous` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `channel-unknown`, `contact-point-invalid`, `contact-point-quarantined`, `contact-point-unverified`, `no-contact-point` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Routing_whatIf: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before, of the same question.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /**
                 * @description 1 to 200; 50 when absent.
                 * @example 50
                 */
                limit?: number;
            };
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIfDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhatIfAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `routing-invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Settings_find: {
        parameters: {
            query?: {
                /**
                 * @description In effect at this position of the log.
                 * @example text
                 */
                at?: string;
                /**
                 * @description As this version left them; 0 is the defaults.
                 * @example 1
                 */
                version?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsAnswerDto"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Settings_change: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `ETag` of what the caller saw: refused when the settings have changed since.
                 * @example "01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11.4711"
                 */
                "If-Match"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeSettingsDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsAnswerDto"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `state-changed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused`, `settings-invalid` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Settings_listVersions: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsHistoryAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Access_listTenants: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /**
                 * @description 1 to 200; 50 when absent.
                 * @example 50
                 */
                limit?: number;
            };
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantsAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Access_createTenant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTenantDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedTenantAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `tenant-exists` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    TicketList_list: {
        parameters: {
            query?: {
                /**
                 * @description Routed to them.
                 * @example agent-7
                 */
                assignee?: string;
                /**
                 * @description `nextCursor` of the page before, of a list with the same conditions.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /**
                 * @description 1 to 200; 50 when absent.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description Of this organization, under whatever id of its cluster.
                 * @example 01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a
                 */
                organizationId?: string;
                /**
                 * @description Routed with it.
                 * @example normal
                 */
                priority?: "low" | "normal" | "high" | "urgent";
                /**
                 * @description Routed to it.
                 * @example default
                 */
                queue?: string;
                /**
                 * @description Asked by this end user, under whatever id of its cluster.
                 * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
                 */
                requesterId?: string;
                /**
                 * @description Routed by it.
                 * @example fallback
                 */
                rule?: string;
                /**
                 * @description The system that keeps it.
                 * @example helpdesk
                 */
                source?: string;
                /**
                 * @description Its id there.
                 * @example T-1042
                 */
                sourceId?: string;
                /**
                 * @description `unsolved`, one status, or several separated by commas.
                 * @example open,pending
                 */
                status?: string;
            };
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketsAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Tickets_open: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenTicketDto"];
            };
        };
        responses: {
            /** @description It was opened before (`repeated`). */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedTicketAnswer"];
                };
            };
            /** @description Opened. */
            201: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenedTicketAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found`, `organization-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `end-user-deleted`, `end-user-erased`, `organization-deleted`, `requester-ambiguous`, `ticket-exists` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `channel-unknown`, `contact-point-invalid`, `contact-point-quarantined`, `contact-point-unverified`, `idempotency-key-reused`, `no-contact-point`, `time-in-future` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    TicketList_find: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Position of a write that the answer must know of.
                 * @example 4711
                 */
                "Kith-After"?: string;
            };
            path: {
                /**
                 * @description `id` of the answer when the ticket was opened; `GET /v1/tickets?source=&sourceId=` tells it, too.
                 * @example 5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `ETag` changes whenever the ticket does. */
            200: {
                headers: {
                    /**
                     * @description To be given as `If-Match`.
                     * @example "01980f70-9a3c-7b1e-8c2d-0f1e2d3c4b5a.4711"
                     */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundTicketAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `ticket-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-after-moment` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `read-models-behind`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Tickets_change: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `ETag` of the ticket as the caller saw it: refused with `state-changed` when it was changed since. `*` matches whatever is there, weak tags match nothing.
                 * @example "5f1dbb2fbf0b1c5d5f1dbb2fbf0b1c5d5f1dbb2fbf0b1c5d5f1dbb2fbf0b1c5d.1041"
                 */
                "If-Match"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description `id` of the answer when the ticket was opened; `GET /v1/tickets?source=&sourceId=` tells it, too.
                 * @example 5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeTicketDto"];
            };
        };
        responses: {
            /** @description It is so, now or before: the status in force now, or who asked. `ETag` tells the new state when it changed. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketStatusAnswer"] | components["schemas"]["CorrectedRequesterAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `end-user-not-found`, `ticket-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `end-user-deleted`, `end-user-erased`, `requester-ambiguous` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `state-changed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `channel-unknown`, `contact-point-invalid`, `contact-point-quarantined`, `contact-point-unverified`, `idempotency-key-reused`, `no-contact-point`, `time-in-future` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    History_ofTicket: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before, of the same history.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /** @example 50 */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description `id` of the answer when the ticket was opened; `GET /v1/tickets?source=&sourceId=` tells it, too.
                 * @example 5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `ticket-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `access-log-unavailable`, `overloaded`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Tickets_move: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description `ETag` of the ticket as the caller saw it: refused with `state-changed` when it was changed since. `*` matches whatever is there, weak tags match nothing.
                 * @example "5f1dbb2fbf0b1c5d5f1dbb2fbf0b1c5d5f1dbb2fbf0b1c5d5f1dbb2fbf0b1c5d.1041"
                 */
                "If-Match"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description `id` of the answer when the ticket was opened; `GET /v1/tickets?source=&sourceId=` tells it, too.
                 * @example 5f1dbb2fbf0b1c5d4f6a4f7f61d0a0c4b2a46d3e5d0e3f2b1a09c8d7e6f50412
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveTicketDto"];
            };
        };
        responses: {
            /** @description It is there, now or before. `ETag` tells the new state when it changed. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedTicketAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `organization-not-found`, `ticket-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `organization-deleted` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `state-changed` */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Webhooks_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhooksAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Webhooks_create: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhookDto"];
            };
        };
        responses: {
            /** @description Created. `Location` is its address. */
            201: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWebhookAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `position-unknown` */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused`, `webhook-limit-reached`, `webhook-target-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Webhooks_find: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the webhook.
                 * @example 5d0c38a7-0b1f-8c55-9d2e-6f6f3f0f8a11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `webhook-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Webhooks_delete: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description Id of the webhook.
                 * @example 5d0c38a7-0b1f-8c55-9d2e-6f6f3f0f8a11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted, now or before. */
            204: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `webhook-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Webhooks_change: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description Id of the webhook.
                 * @example 5d0c38a7-0b1f-8c55-9d2e-6f6f3f0f8a11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeWebhookDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `webhook-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused`, `webhook-target-refused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    WebhookDeliveries_listDeadLetters: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /**
                 * @description 1 to 200; 50 when absent.
                 * @example 50
                 */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the webhook.
                 * @example 5d0c38a7-0b1f-8c55-9d2e-6f6f3f0f8a11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLettersAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `webhook-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    WebhookDeliveries_replay: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description Id of the webhook.
                 * @example 5d0c38a7-0b1f-8c55-9d2e-6f6f3f0f8a11
                 */
                id: string;
                /**
                 * @description Of the event, as the list of dead letters shows it.
                 * @example 1041
                 */
                position: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `delivery-not-found`, `webhook-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    WebhookDeliveries_replayAll: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description Id of the webhook.
                 * @example 5d0c38a7-0b1f-8c55-9d2e-6f6f3f0f8a11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `webhook-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    WebhookDeliveries_listDeliveries: {
        parameters: {
            query?: {
                /**
                 * @description `nextCursor` of the page before.
                 * @example WyIyMDI2LTAzLTAzVDEwOjAwOjAwLjAwMFoiLDQ3MTFd
                 */
                cursor?: string;
                /**
                 * @description 1 to 200; 50 when absent.
                 * @example 50
                 */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the webhook.
                 * @example 5d0c38a7-0b1f-8c55-9d2e-6f6f3f0f8a11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveriesAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `webhook-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `overloaded`, `stopping`, `storage-unavailable` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Webhooks_pause: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description Id of the webhook.
                 * @example 5d0c38a7-0b1f-8c55-9d2e-6f6f3f0f8a11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `webhook-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Webhooks_resume: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description Id of the webhook.
                 * @example 5d0c38a7-0b1f-8c55-9d2e-6f6f3f0f8a11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `webhook-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    Webhooks_rotateSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description Id of the webhook.
                 * @example 5d0c38a7-0b1f-8c55-9d2e-6f6f3f0f8a11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateSecretDto"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedSecretAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `webhook-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
    WebhookDeliveries_test: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.
                 * @example 4b0f3c1e-7a55-4a0e-9c1d-2f6b8f6f0c11
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description A UUID that groups what belongs together.
                 * @example 01980f71-0b4d-7c2f-9d3e-1a2b3c4d5e6f
                 */
                "Kith-Correlation-Id"?: string;
                /**
                 * @description Opaque id of the person or system that the caller acts for.
                 * @example agent-7
                 */
                "Kith-On-Behalf-Of"?: string;
                /**
                 * @description W3C trace context.
                 * @example 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                 */
                traceparent?: string;
            };
            path: {
                /**
                 * @description Id of the webhook.
                 * @example 5d0c38a7-0b1f-8c55-9d2e-6f6f3f0f8a11
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message was sent, or could not be: the answer says which. */
            200: {
                headers: {
                    /**
                     * @description Where the write ended, to be given as `Kith-After`. Absent when nothing was written.
                     * @example 4711
                     */
                    "Kith-Position"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TestedAnswer"];
                };
            };
            /** @description `request-invalid`, `request-malformed` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `unauthenticated` */
            401: {
                headers: {
                    /**
                     * @description How to authenticate (RFC 9110).
                     * @example Bearer realm="kith"
                     */
                    "WWW-Authenticate"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `not-allowed`, `replay-is-read-only` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `webhook-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `body-too-large` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `path-too-long` */
            414: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `media-type-unsupported` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `idempotency-key-reused` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `rate-limited` */
            429: {
                headers: {
                    /**
                     * @description What the key may still send, and the seconds until there is more.
                     * @example "key";r=0;t=1
                     */
                    RateLimit?: string;
                    /**
                     * @description How much a key may send: `q` requests in `w` seconds (draft-ietf-httpapi-ratelimit-headers-10).
                     * @example "key";q=2000;w=1
                     */
                    "RateLimit-Policy"?: string;
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `internal-error` */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `outcome-unknown`, `overloaded`, `stopping`, `storage-unavailable`, `too-contested` */
            503: {
                headers: {
                    /**
                     * @description Seconds after which trying again makes sense.
                     * @example 1
                     */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
        };
    };
}
