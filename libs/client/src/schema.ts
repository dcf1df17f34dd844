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
         * @description One command, an array of up to 1,000, or NDJSON of any length with one command a line. Arrays and streams are answered 200 with one answer for each command, in their order; a command that is refused says so in its place and changes nothing. Commands that touch the same end user, contact point or interaction are done in their order, all others side by side.
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
         * @description The holder of a contact point, now or at a moment in the past. A POST to `lookup` keeps the address out of URLs.
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
        ChangedAnswer: {
            /**
             * @description The end user that stands for this one after merges.
             * @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11
             */
            canonicalId: string;
            /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
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
            /**
             * @description For so many days a contact point that was released starts a new profile only by a verified contact; 0 is not at all.
             * @example 90
             */
            quarantineDays?: number;
            /** @description Pairs of channels whose equal keys mean the same person; replaces the list. */
            siblings?: string[][];
            /** @description Which profile's values an end user shows that was merged. Nothing is lost by changing it. */
            survivorship?: components["schemas"]["SurvivorshipDto"];
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
            types?: ("ApiKeyCreated" | "ApiKeyRevoked" | "ContactPointAttached" | "ContactPointReleased" | "ContactPointShared" | "ContactPointUnshared" | "ContactPointVerified" | "DifferenceWithdrawn" | "EndUserAbsorbed" | "EndUserCreated" | "EndUserCreationAbandoned" | "EndUserDeleted" | "EndUserErased" | "EndUserMerged" | "EndUserNoted" | "EndUserProfileChanged" | "EndUserReinstated" | "EndUserRestored" | "EndUserSeparated" | "EndUserSuspended" | "EndUserTagged" | "EndUserUnmerged" | "EndUserUntagged" | "EndUsersDeclaredDifferent" | "InteractionAssigned" | "InteractionRecorded" | "MergeRefused" | "MergeReservationReleased" | "MergeReserved" | "PrimaryContactPointChosen" | "SettingsChanged" | "TenantCreated" | "WebhookChanged" | "WebhookCreated" | "WebhookDeleted" | "WebhookPaused" | "WebhookResumed" | "WebhookSecretRotated")[];
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
        CreatedEndUserAnswer: {
            /** @description The same, for it was merged with nobody; a retry tells who stands for it by then. */
            canonicalId: string;
            /** @example 01980f6e-2f60-8c1e-9d5f-6f6f3f0f8a11 */
            id: string;
            /** @description Who may be the same person, as far as that is known at once. */
            possibleDuplicates: components["schemas"]["PossibleDuplicateAnswer"][];
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
             * @description What it may do. Operator keys are made by configuration only.
             * @enum {string}
             */
            role: "admin" | "agent" | "auditor" | "service";
            /** @description For operators: the tenant it is for; the caller's own when absent. */
            tenant?: string | null;
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
            types?: ("ApiKeyCreated" | "ApiKeyRevoked" | "ContactPointAttached" | "ContactPointReleased" | "ContactPointShared" | "ContactPointUnshared" | "ContactPointVerified" | "DifferenceWithdrawn" | "EndUserAbsorbed" | "EndUserCreated" | "EndUserCreationAbandoned" | "EndUserDeleted" | "EndUserErased" | "EndUserMerged" | "EndUserNoted" | "EndUserProfileChanged" | "EndUserReinstated" | "EndUserRestored" | "EndUserSeparated" | "EndUserSuspended" | "EndUserTagged" | "EndUserUnmerged" | "EndUserUntagged" | "EndUsersDeclaredDifferent" | "InteractionAssigned" | "InteractionRecorded" | "MergeRefused" | "MergeReservationReleased" | "MergeReserved" | "PrimaryContactPointChosen" | "SettingsChanged" | "TenantCreated" | "WebhookChanged" | "WebhookCreated" | "WebhookDeleted" | "WebhookPaused" | "WebhookResumed" | "WebhookSecretRotated")[] | null;
            /**
             * @description Where events are sent by `POST`: https, on the public network, without a password in it.
             * @example https://hooks.example.org/kith
             */
            url: string;
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
            rule: "met-in-interaction" | "same-mailbox" | "same-name-and-domain" | "same-number";
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
            points: components["schemas"]["DuplicatePointAnswer"][];
            /** @description Of the event since which it is so. */
            position: string;
            /**
             * @description `same-mailbox`: two addresses that one provider delivers to one mailbox. `same-number`: one number on two channels. `met-in-interaction`:
             *     both held a contact point of one contact. `same-name-and-domain`: one name, at one company’s e-mail domain.
             * @enum {string}
             */
            rule: "met-in-interaction" | "same-mailbox" | "same-name-and-domain" | "same-number";
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
            /** @enum {string} */
            status: "not-ready" | "ready";
            webhooks: components["schemas"]["WebhooksHealth"];
            work: components["schemas"]["WorkHealth"][];
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
             * @description When it happened; now when absent.
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
            /** @example service */
            role: string;
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
        LeavingAnswer: {
            contactPoints: components["schemas"]["OwnContactPointAnswer"][];
            /** @example 3 */
            interactions: number;
            /** @description The profiles: who comes back, first. */
            members: string[];
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
        LookUpAnswer: {
            /** @description Null where nobody holds the contact point, or the value can be none. */
            items: (components["schemas"]["HoldersAnswer"] | null)[];
        };
        LookUpDto: {
            contactPoints: components["schemas"]["NamedPointDto"][];
        };
        MembershipAnswer: {
            default: boolean;
            id: string;
            name: string;
            reason: string;
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
        PossibleDuplicateAnswer: {
            endUserIds: string[];
            /** @description The caller's own contact points that it rests on. */
            points: components["schemas"]["ContactPointNameAnswer"][];
            /**
             * @description As `GET /v1/duplicates` tells it.
             * @example same-number
             * @enum {string}
             */
            rule: "met-in-interaction" | "same-mailbox" | "same-name-and-domain" | "same-number";
        };
        ProblemAnswer: {
            /**
             * @description Stable: programs decide by it.
             * @example contact-point-taken
             * @enum {string}
             */
            code: "already-merged" | "body-too-large" | "channel-unknown" | "command-in-progress" | "contact-point-blocked" | "contact-point-invalid" | "contact-point-limit-reached" | "contact-point-not-held" | "contact-point-quarantined" | "contact-point-still-shared" | "contact-point-taken" | "contact-point-unknown" | "contact-point-unverified" | "declared-different" | "delivery-not-found" | "difference-not-found" | "duplicate-not-found" | "end-user-deleted" | "end-user-erased" | "end-user-exists" | "end-user-merged" | "end-user-not-found" | "idempotency-key-reused" | "interaction-already-assigned" | "interaction-not-found" | "internal-error" | "key-expiry-passed" | "key-not-found" | "last-admin-key" | "line-too-long" | "media-type-unsupported" | "merge-in-progress" | "merge-not-found" | "merge-undone" | "merge-with-itself" | "no-contact-point" | "not-allowed" | "outcome-unknown" | "overloaded" | "path-too-long" | "position-unknown" | "problem-not-found" | "profile-limit-reached" | "projection-not-found" | "rate-limited" | "read-models-behind" | "rebuild-in-progress" | "request-invalid" | "request-malformed" | "route-not-found" | "settings-invalid" | "state-changed" | "stopping" | "storage-unavailable" | "tenant-exists" | "tenant-not-found" | "too-contested" | "unauthenticated" | "webhook-limit-reached" | "webhook-not-found" | "webhook-target-refused";
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
        SettingsAnswerDto: {
            blocklist: components["schemas"]["BlockedValueAnswer"][];
            channels: {
                [key: string]: components["schemas"]["ChannelAnswer"];
            };
            defaultRegion: string | null;
            /** @description Days in which a contact point that was released starts a new profile only by a verified contact. */
            quarantineDays: number;
            siblings: string[][];
            survivorship: components["schemas"]["SurvivorshipAnswer"];
            /** @description 0 is the defaults; each change adds one. */
            version: number;
        };
        SettingsChangesAnswer: {
            blocklist?: components["schemas"]["BlockedValueAnswer"][];
            channels?: {
                [key: string]: components["schemas"]["ChannelAnswer"];
            };
            /** @example FR */
            defaultRegion?: string | null;
            /** @example 30 */
            quarantineDays?: number;
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
        TimelineAnswer: {
            items: components["schemas"]["TimelineEntryAnswer"][];
            /** @description Give it as `cursor` to read on; null on the last page. */
            nextCursor: string | null;
        };
        TimelineEntryAnswer: {
            actor: components["schemas"]["ActorAnswer"];
            /** @description Why a contact point was released. */
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
            kind: "absorbed" | "changed" | "contact-point-attached" | "contact-point-released" | "contact-point-verified" | "created" | "declared-different" | "deleted" | "difference-withdrawn" | "erased" | "interaction" | "merged" | "noted" | "primary-chosen" | "reinstated" | "restored" | "separated" | "suspended" | "tagged" | "unmerged" | "untagged";
            mergeId: string | null;
            occurredAt: string;
            /** @description For whom the actor did it, as it said. */
            onBehalfOf: string | null;
            /** @description The end user on the other side of a merge or of a difference. */
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
        TogetherAnswer: {
            interactions: components["schemas"]["InteractionsTogetherAnswer"];
            /** @example 0 */
            tickets: number;
            /**
             * @description Agents who see all of it then, and do not now.
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
        UnmergeDto: {
            /**
             * @description Without the profiles that were merged into it before: each of those comes back by itself, too.
             * @example false
             */
            alone?: boolean | null;
            /** @example Two people with one name. */
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
                "application/json": (components["schemas"]["CreateEndUserCommand"] | components["schemas"]["ChangeEndUserProfileCommand"] | components["schemas"]["TagEndUserCommand"] | components["schemas"]["UntagEndUserCommand"] | components["schemas"]["NoteEndUserCommand"] | components["schemas"]["SuspendEndUserCommand"] | components["schemas"]["ReinstateEndUserCommand"] | components["schemas"]["DeleteEndUserCommand"] | components["schemas"]["RestoreEndUserCommand"] | components["schemas"]["AttachContactPointCommand"] | components["schemas"]["VerifyContactPointCommand"] | components["schemas"]["DetachContactPointCommand"] | components["schemas"]["TransferContactPointCommand"] | components["schemas"]["ShareContactPointCommand"] | components["schemas"]["UnshareContactPointCommand"] | components["schemas"]["ChoosePrimaryContactPointCommand"] | components["schemas"]["RecordInteractionCommand"] | components["schemas"]["ResolveEndUserCommand"] | components["schemas"]["AssignInteractionCommand"] | components["schemas"]["MergeUsersCommand"] | components["schemas"]["UnmergeUsersCommand"] | components["schemas"]["DeclareDifferentCommand"] | components["schemas"]["WithdrawDifferenceCommand"] | components["schemas"]["ChangeSettingsCommand"]) | (components["schemas"]["CreateEndUserCommand"] | components["schemas"]["ChangeEndUserProfileCommand"] | components["schemas"]["TagEndUserCommand"] | components["schemas"]["UntagEndUserCommand"] | components["schemas"]["NoteEndUserCommand"] | components["schemas"]["SuspendEndUserCommand"] | components["schemas"]["ReinstateEndUserCommand"] | components["schemas"]["DeleteEndUserCommand"] | components["schemas"]["RestoreEndUserCommand"] | components["schemas"]["AttachContactPointCommand"] | components["schemas"]["VerifyContactPointCommand"] | components["schemas"]["DetachContactPointCommand"] | components["schemas"]["TransferContactPointCommand"] | components["schemas"]["ShareContactPointCommand"] | components["schemas"]["UnshareContactPointCommand"] | components["schemas"]["ChoosePrimaryContactPointCommand"] | components["schemas"]["RecordInteractionCommand"] | components["schemas"]["ResolveEndUserCommand"] | components["schemas"]["AssignInteractionCommand"] | components["schemas"]["MergeUsersCommand"] | components["schemas"]["UnmergeUsersCommand"] | components["schemas"]["DeclareDifferentCommand"] | components["schemas"]["WithdrawDifferenceCommand"] | components["schemas"]["ChangeSettingsCommand"])[];
                "application/x-ndjson": components["schemas"]["CreateEndUserCommand"] | components["schemas"]["ChangeEndUserProfileCommand"] | components["schemas"]["TagEndUserCommand"] | components["schemas"]["UntagEndUserCommand"] | components["schemas"]["NoteEndUserCommand"] | components["schemas"]["SuspendEndUserCommand"] | components["schemas"]["ReinstateEndUserCommand"] | components["schemas"]["DeleteEndUserCommand"] | components["schemas"]["RestoreEndUserCommand"] | components["schemas"]["AttachContactPointCommand"] | components["schemas"]["VerifyContactPointCommand"] | components["schemas"]["DetachContactPointCommand"] | components["schemas"]["TransferContactPointCommand"] | components["schemas"]["ShareContactPointCommand"] | components["schemas"]["UnshareContactPointCommand"] | components["schemas"]["ChoosePrimaryContactPointCommand"] | components["schemas"]["RecordInteractionCommand"] | components["schemas"]["ResolveEndUserCommand"] | components["schemas"]["AssignInteractionCommand"] | components["schemas"]["MergeUsersCommand"] | components["schemas"]["UnmergeUsersCommand"] | components["schemas"]["DeclareDifferentCommand"] | components["schemas"]["WithdrawDifferenceCommand"] | components["schemas"]["ChangeSettingsCommand"];
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
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `contact-point-not-held`, `delivery-not-found`, `difference-not-found`, `end-user-not-found`, `interaction-not-found`, `key-not-found`, `merge-not-found`, `tenant-not-found`, `webhook-not-found` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `already-merged`, `command-in-progress`, `contact-point-still-shared`, `contact-point-taken`, `declared-different`, `end-user-deleted`, `end-user-erased`, `end-user-exists`, `end-user-merged`, `interaction-already-assigned`, `last-admin-key`, `merge-in-progress`, `merge-undone`, `tenant-exists` */
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
            /** @description `channel-unknown`, `contact-point-blocked`, `contact-point-invalid`, `contact-point-limit-reached`, `contact-point-quarantined`, `contact-point-unverified`, `idempotency-key-reused`, `key-expiry-passed`, `merge-with-itself`, `no-contact-point`, `profile-limit-reached`, `settings-invalid`, `webhook-limit-reached`, `webhook-target-refused` */
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
    ContactPoints_find: {
        parameters: {
            query?: {
                /**
                 * @description Business time, RFC 3339: who held it then?
                 * @example 2026-03-03T10:00:00Z
                 */
                asOf?: unknown;
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
                    "application/json": components["schemas"]["HoldersAnswer"];
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
            /** @description `not-allowed` */
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
            /** @description `not-allowed` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemAnswer"];
                };
            };
            /** @description `command-in-progress`, `contact-point-still-shared` */
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
            /** @description `not-allowed` */
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
                rule?: "same-mailbox" | "same-number" | "met-in-interaction" | "same-name-and-domain";
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
            /** @description `not-allowed` */
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
            /** @description `not-allowed` */
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
            /** @description `not-allowed` */
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
            /** @description `command-in-progress`, `end-user-deleted` */
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
            /** @description `command-in-progress`, `contact-point-taken`, `end-user-deleted` */
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
            /** @description `not-allowed` */
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
            /** @description `command-in-progress`, `end-user-deleted` */
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
            /** @description `not-allowed` */
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
            /** @description `command-in-progress`, `end-user-deleted` */
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
            /** @description `not-allowed` */
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
            /** @description `command-in-progress`, `end-user-deleted` */
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
            /** @description `not-allowed` */
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
            /** @description `command-in-progress`, `end-user-deleted` */
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
            /** @description `command-in-progress`, `end-user-deleted` */
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
            /** @description `command-in-progress`, `end-user-deleted` */
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
            /** @description `command-in-progress`, `end-user-deleted` */
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
            /** @description `command-in-progress`, `end-user-deleted` */
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
            /** @description `command-in-progress`, `end-user-deleted` */
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
            /** @description `not-allowed` */
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
            /** @description `not-allowed` */
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
            /** @description `command-in-progress`, `end-user-deleted`, `interaction-already-assigned` */
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
            /** @description `not-allowed` */
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
            /** @description `not-allowed` */
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
            /** @description `not-allowed` */
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
            /** @description `not-allowed` */
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
            /** @description `not-allowed` */
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
            /** @description `not-allowed` */
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
            /** @description `not-allowed` */
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
            /** @description `not-allowed` */
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
