-- What people are told: notices, who received and read them, and what leaves the building by e-mail or webhook.
create table notification.notice (
    -- Made by the sender from the event, so that the same event sends once however often it is delivered.
    id           uuid primary key,
    kind         text not null constraint notice_kind_format check (kind ~ '^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$'),
    subject_kind text not null constraint notice_subject_format check (subject_kind ~ '^[a-z]+(-[a-z]+)*$'),
    subject_id   uuid not null,
    area_key     bigint not null,
    unit_id      uuid,
    -- What the words are filled with.
    facts        jsonb not null constraint notice_facts_object check (jsonb_typeof(facts) = 'object'),
    urgent       boolean not null,
    -- The moment of the event, not of the sending.
    at           timestamptz not null
);
-- Who of those told about this record has read it?
create index notice_subject_idx on notification.notice (subject_kind, subject_id, at);

-- One notice in the inbox of one person.
create table notification.receipt (
    person_id uuid not null references identity.person (id),
    notice_id uuid not null references notification.notice (id),
    -- Copied from the notice, so that a page of an inbox is one range of one index.
    kind      text not null,
    at        timestamptz not null,
    read_at   timestamptz,
    -- The writing transaction: what a snapshot of the past could not see yet is what a reader has missed since.
    xid       xid8 not null default pg_current_xact_id(),
    primary key (notice_id, person_id)
);
-- The inbox, newest first.
create index receipt_inbox_idx on notification.receipt (person_id, at desc, notice_id desc);
-- The unread part of it, and its count beside the bell.
create index receipt_unread_idx on notification.receipt (person_id, at desc, notice_id desc) where read_at is null;
-- What was written since the last look, for the people whose pages are open.
create index receipt_xid_idx on notification.receipt (xid);

-- How a person wants to be told outside the inbox. Without a row the defaults of the application hold.
create table notification.preference (
    person_id   uuid primary key references identity.person (id),
    rhythm      text not null constraint preference_rhythm_known check (rhythm in ('AT_ONCE', 'HOURLY', 'DAILY')),
    quiet       boolean not null,
    quiet_from  time not null,
    quiet_until time not null,
    constraint preference_quiet_span check (quiet_from <> quiet_until)
);

-- What a person does not want by a channel; everything else is wanted.
create table notification.refusal (
    person_id uuid not null references identity.person (id),
    kind      text not null,
    channel   text not null constraint refusal_channel_known check (channel in ('EMAIL', 'MESSAGE')),
    primary key (person_id, kind, channel)
);

-- An address of another system that is told by HTTP: a chat robot for a group, or a gateway that reaches one person.
create table notification.target (
    id               uuid primary key,
    version          int not null default 0,
    name             text not null constraint target_name_length check (length(btrim(name)) between 1 and 60),
    -- GROUP: one post a notice; PERSON: one post a recipient.
    audience         text not null constraint target_audience_known check (audience in ('GROUP', 'PERSON')),
    url              text not null constraint target_url_length check (length(url) <= 1000),
    -- Sealed with the key of the installation.
    secret           bytea not null,
    -- Empty: every kind.
    kinds            text[] not null,
    -- Notices of this area and below; null: of every area.
    area_key         bigint,
    -- The JSON that is posted, with {placeholders}.
    template         text not null constraint target_template_length check (length(template) between 2 and 4000),
    per_minute       int not null constraint target_per_minute_range check (per_minute between 1 and 6000),
    -- Whether the receiver drops what it has had already, by Idempotency-Key.
    drops_repeats    boolean not null,
    enabled          boolean not null
);

-- One message to be handed to one channel, at most once unless a person decides otherwise.
create table notification.delivery (
    id          uuid primary key,
    channel     text not null constraint delivery_channel_known check (channel in ('EMAIL', 'WEBHOOK')),
    target_id   uuid references notification.target (id),
    -- Null for a group.
    person_id   uuid references identity.person (id),
    -- Null for a digest, which is made of the deliveries that name it.
    notice_id   uuid references notification.notice (id),
    digest_id   uuid references notification.delivery (id),
    state       text not null constraint delivery_state_known check (state in
                    ('GATHERING', 'DIGESTED', 'WAITING', 'CLAIMED', 'SENDING', 'SENT', 'DROPPED', 'FAILED', 'UNCERTAIN')),
    created_at  timestamptz not null,
    due_at      timestamptz not null,
    attempts    int not null default 0,
    -- Who works on it: a token of the claim, and until when nobody else may.
    claim       uuid,
    lease_until timestamptz,
    -- When the network was last asked; limits the rate of a channel.
    sending_at  timestamptz,
    sent_at     timestamptz,
    error       text,
    constraint delivery_target_fits check ((channel = 'WEBHOOK') = (target_id is not null)),
    constraint delivery_has_content check (notice_id is not null or (channel = 'EMAIL' and person_id is not null)),
    constraint delivery_claimed_has_lease check (state not in ('CLAIMED', 'SENDING') or (claim is not null and lease_until is not null))
);
-- The same notice goes to the same place once.
create unique index delivery_once_idx on notification.delivery
    (notice_id, channel, coalesce(target_id, '00000000-0000-0000-0000-000000000000'), coalesce(person_id, '00000000-0000-0000-0000-000000000000'))
    where notice_id is not null;
-- What is due now, channel by channel.
create index delivery_due_idx on notification.delivery (channel, target_id, due_at) where state = 'WAITING';
-- Whose gathering is over.
create index delivery_gathering_idx on notification.delivery (due_at, person_id) where state = 'GATHERING';
-- What a stopped server left behind.
create index delivery_lease_idx on notification.delivery (lease_until) where state in ('CLAIMED', 'SENDING');
-- How much a channel sent in the last minute.
create index delivery_rate_idx on notification.delivery (channel, target_id, sending_at) where sending_at is not null;
-- What an administrator looks through, newest first.
create index delivery_list_idx on notification.delivery (created_at desc, id desc);
create index delivery_state_idx on notification.delivery (state, created_at desc, id desc) where state in ('WAITING', 'FAILED', 'UNCERTAIN');
-- What a digest is made of.
create index delivery_digest_idx on notification.delivery (digest_id) where digest_id is not null;
