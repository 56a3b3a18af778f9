-- Listed supervision (挂牌督办): a major hazard is filed, published, perhaps extended, verified, delisted, and that published.
create table hazard.listing (
    id              uuid primary key,
    hazard_id       uuid not null references hazard.hazard (id),
    -- Code of the clock set in data/listing, as it was when the hazard was filed.
    clock_set       text not null,
    authority       text not null constraint listing_authority_length check (length(btrim(authority)) between 1 and 200),
    -- The leader who takes the case on (包案领导).
    leader          text constraint listing_leader_length check (length(btrim(leader)) between 1 and 100),
    term_until      date not null,
    stop_work       text not null constraint listing_stop_work_known check (stop_work in ('NONE', 'PARTIAL', 'FULL')),
    stop_scope      text constraint listing_stop_scope_length check (length(btrim(stop_scope)) between 1 and 1000),
    plan            text not null constraint listing_plan_length check (length(btrim(plan)) between 1 and 4000),
    state           text not null constraint listing_state_known check (state in ('FILED', 'PUBLISHED', 'VERIFYING', 'DELISTED', 'ENDED')),
    filed_at        timestamptz not null,
    published_at    timestamptz,
    published_where text constraint listing_published_where_length check (length(btrim(published_where)) between 1 and 300),
    notice          text constraint listing_notice_length check (length(btrim(notice)) between 1 and 4000),
    verified_at     timestamptz,
    verified_name   text,
    verification    text constraint listing_verification_length check (length(btrim(verification)) between 1 and 2000),
    ended_at        timestamptz,
    end_where       text constraint listing_end_where_length check (length(btrim(end_where)) between 1 and 300),
    end_notice      text constraint listing_end_notice_length check (length(btrim(end_notice)) between 1 and 4000),
    constraint listing_published check (state = 'FILED' or (published_at is not null and notice is not null)),
    constraint listing_verified check ((state in ('DELISTED', 'ENDED')) = (verified_at is not null)),
    constraint listing_ended check ((state = 'ENDED') = (ended_at is not null)),
    constraint listing_scope_of_stop check (stop_work <> 'PARTIAL' or stop_scope is not null)
);
create unique index listing_one_open_idx on hazard.listing (hazard_id) where state <> 'ENDED';
create index listing_hazard_idx on hazard.listing (hazard_id, filed_at);

create table hazard.listing_extension (
    id           uuid primary key,
    listing_id   uuid not null references hazard.listing (id),
    old_until    date not null,
    asked_until  date not null,
    reason       text not null constraint listing_extension_reason_length check (length(btrim(reason)) between 1 and 2000),
    asked_at     timestamptz not null,
    asked_by     uuid,
    asked_name   text not null,
    state        text not null constraint listing_extension_state_known check (state in ('PENDING', 'GRANTED', 'REFUSED', 'LAPSED')),
    decided_at   timestamptz,
    decided_by   uuid,
    decided_name text,
    note         text constraint listing_extension_note_length check (length(btrim(note)) between 1 and 2000),
    constraint listing_extension_later check (asked_until > old_until),
    constraint listing_extension_decided check ((state = 'PENDING') = (decided_at is null))
);
create unique index listing_extension_pending_idx on hazard.listing_extension (listing_id) where state = 'PENDING';
create index listing_extension_idx on hazard.listing_extension (listing_id, asked_at);
