package dev.aisle.local.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.Order;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.profile.v1.EventChunk;
import dev.aisle.contracts.profile.v1.KeptEvent;
import dev.aisle.platform.stored.ConsentRows;
import dev.aisle.platform.stored.ConsentRows.Acknowledged;
import dev.aisle.platform.stored.CouponRows;
import dev.aisle.platform.stored.Deviation;
import dev.aisle.platform.stored.PastEvents;
import dev.aisle.platform.stored.StoredEvents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A row that is deleted, doubled or invented in any table that a promise rests on is found, named by its table and event, and nothing else is. */
class PlantedFaultsIT {
    private static final long APRIL = 1_775_001_600;
    private static final ShopEvent VIEW =
            event("n-0-0", "anna", EventType.PRODUCT_VIEW, "tea").build();
    private static final ShopEvent PURCHASE = event("n-0-1", "anna", EventType.PURCHASE, "tea", "cup")
            .setOrder(Order.newBuilder()
                    .setTotal(Money.newBuilder().setMinorUnits(3_050).setCurrency("EUR")))
            .build();
    private static final ShopEvent CART_ADD =
            event("n-1-0", "bert", EventType.CART_ADD, "cup").build();
    private static final ShopEvent SEARCH =
            event("n-1-1", "bert", EventType.SEARCH).build();
    private static final List<ShopEvent> EVENTS = List.of(VIEW, PURCHASE, CART_ADD, SEARCH);

    private static StoredDatabases databases;

    @BeforeAll
    static void storeWhatMustBeThere() throws IOException, SQLException {
        databases = StoredDatabases.start();
        databases.putRight(
                "profile", """
            insert into person (pseudonym, version, last_at) values ('anna', 2, now()), ('bert', 2, now()), ('carl', 1, now());
            insert into person_events (pseudonym, month, events, changes) values
                ('anna', '2026-04-01Z', %s, 1), ('bert', '2026-04-01Z', %s, 1), ('carl', '2026-04-01Z', '', 1);
            """.formatted(sql(deflated(chunk(VIEW, PURCHASE))), sql(chunk(CART_ADD, SEARCH))));
        databases.putRight("recommender", """
            insert into interaction (pseudonym, product_id, type, weight, occurred_at, event_id, for_personalization, for_training)
            values ('anna', 'tea', 1, 1, now(), 'n-0-0', true, true), ('anna', 'tea', 6, 5, now(), 'n-0-1', true, true),
                ('anna', 'cup', 6, 5, now(), 'n-0-1', true, true), ('bert', 'cup', 4, 3, now(), 'n-1-0', true, true),
                ('carl', 'cup', 4, 3, now(), 'x', true, true);
            """);
        databases.putRight("campaign", """
            insert into metric (id, kind, measure, per, from_seconds, until_seconds, before_seconds, changed_at)
            select measure, 'any', measure, null, 0, 1, 0, now() from unnest(array['PRODUCT_VIEW/count', 'CART_ADD/count', 'PURCHASE/count',
                'PURCHASE/quantity', 'PURCHASE/revenue/EUR']) as measure;
            insert into metric_fact (message_id, measure, pseudonym, session_id, value, at) values
                ('n-0-0', 'PRODUCT_VIEW/count', 'anna', '', 1, now()), ('n-0-1', 'PURCHASE/count', 'anna', '', 1.0, now()),
                ('n-0-1', 'PURCHASE/quantity', 'anna', '', 2, now()), ('n-0-1', 'PURCHASE/revenue/EUR', 'anna', '', 30.5, now()),
                ('n-1-0', 'CART_ADD/count', 'bert', '', 1, now()), ('x', 'CART_ADD/count', 'carl', '', 1, now());
            insert into person (pseudonym, purchases) values ('anna', 1), ('bert', 0), ('carl', 7);
            insert into person_item (pseudonym, product_id, bought, last_at) values
                ('anna', 'tea', true, now()), ('anna', 'cup', true, now()), ('bert', 'cup', false, now()), ('carl', 'cup', false, now());
            insert into coupon (id, definition, budget_minor, reserved_minor, redeemed_minor, uses, made_at)
                values ('faults', '{}', 1499, 0, 1000, 2, now());
            insert into coupon_code (code_hash, coupon_id, uses, issued_at) values ('hash', 'faults', 2, now());
            insert into coupon_use (id, coupon_id, code_hash, state, off_minor, cost_minor, currency, request_hash, reserved_at, expires_at)
                values ('f-1', 'faults', 'hash', 'redeemed', 500, 500, 'EUR', '', now(), now()),
                    ('f-2', 'faults', 'hash', 'redeemed', 500, 500, 'EUR', '', now(), now()),
                    ('f-3', 'faults', 'hash', 'expired', 500, 500, 'EUR', '', now(), now());
            """);
        databases.putRight("privacy", """
            insert into consent_version (pseudonym, version, changed_at, jurisdiction, notice_version, gpc, method, receipt_id)
                values ('anna', 1, now(), 'EU', '', false, '', gen_random_uuid()),
                    ('anna', 2, now(), 'EU', '', false, '', gen_random_uuid()),
                    ('bert', 1, now(), 'EU', '', false, '', gen_random_uuid());
            insert into consent_statement (version_id, purpose, status, decided_at)
                select id, 'personalization', case when version = 2 then 'withdrawn' else 'grant' end, now() from consent_version;
            """);
    }

    @AfterAll
    static void stop() throws IOException {
        databases.close();
    }

    @BeforeEach
    void beginAnew() throws SQLException {
        databases.beginAnew();
    }

    @Test
    void nothingIsFoundWhereEverythingIsAsItMustBe() throws SQLException {
        assertThat(found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', maxCharsPerColumn = 400, textBlock = """
        recommender | delete from interaction where event_id = 'n-0-1' and product_id = 'cup' | recommender.interaction of n-0-1 is missing
        recommender | insert into interaction (pseudonym, product_id, type, weight, occurred_at, event_id, for_personalization, for_training) select pseudonym, product_id, type, weight, occurred_at, event_id, true, true from interaction where event_id = 'n-1-0' | recommender.interaction of n-1-0 is stored twice
        recommender | insert into interaction (pseudonym, product_id, type, weight, occurred_at, event_id, for_personalization, for_training) values ('bert', 'cup', 1, 1, now(), 'n-9-9', true, true) | recommender.interaction of n-9-9 rests on nothing
        profile | delete from person_events where pseudonym = 'bert' | profile.person_events of n-1-0 is missing; profile.person_events of n-1-1 is missing
        profile | insert into person_events select pseudonym, '2026-05-01Z', events, changes from person_events where pseudonym = 'bert' | profile.person_events of n-1-0 is stored twice; profile.person_events of n-1-1 is stored twice
        profile | delete from person where pseudonym = 'anna' | profile.person of anna is missing
        profile | alter table person drop constraint person_pkey cascade; insert into person select * from person where pseudonym = 'anna' | profile.person of anna is stored twice
        campaign | delete from metric_fact where measure = 'PURCHASE/quantity' | campaign.metric_fact of n-0-1 is missing
        campaign | alter table metric_fact drop constraint metric_fact_pkey; insert into metric_fact select * from metric_fact where message_id = 'n-0-0' | campaign.metric_fact of n-0-0 is stored twice
        campaign | insert into metric_fact select 'n-9-9', measure, pseudonym, session_id, value, at from metric_fact where message_id = 'n-0-0' | campaign.metric_fact of n-9-9 rests on nothing
        campaign | update metric_fact set value = 2 where measure = 'CART_ADD/count' and pseudonym = 'bert' | campaign.metric_fact of n-1-0 is missing; campaign.metric_fact of n-1-0 rests on nothing
        campaign | delete from person_item where pseudonym = 'bert' | campaign.person_item of n-1-0 is missing
        campaign | alter table person_item drop constraint person_item_pkey; insert into person_item select * from person_item where pseudonym = 'bert' | campaign.person_item of n-1-0 is stored twice
        campaign | insert into person_item values ('bert', 'pot', false, now()) | campaign.person_item of no event rests on nothing
        campaign | update person set purchases = 2 where pseudonym = 'anna' | campaign.person of anna is missing; campaign.person of anna rests on nothing
        campaign | delete from person where pseudonym = 'bert' | campaign.person of bert is missing
        campaign | delete from coupon_use where id = 'f-1' | campaign.coupon_code of faults is missing; campaign.coupon_code of faults rests on nothing; campaign.coupon_use of f-1 is missing
        campaign | update coupon_use set state = 'reserved' where id = 'f-1' | campaign.coupon_use of f-1 is missing
        campaign | alter table coupon_use drop constraint coupon_use_pkey; insert into coupon_use select * from coupon_use where id = 'f-1' | campaign.coupon_code of faults is missing; campaign.coupon_code of faults rests on nothing; campaign.coupon_use of f-1 is stored twice
        campaign | update coupon_use set state = 'redeemed' where id = 'f-3' | campaign.coupon_code of faults is missing; campaign.coupon_code of faults rests on nothing; campaign.coupon_use of f-3 rests on nothing
        campaign | update coupon set redeemed_minor = 500 | campaign.coupon of faults is missing; campaign.coupon of faults rests on nothing
        privacy | delete from consent_version where version = 2 | privacy.consent_version of anna is missing; privacy.consent_version of anna rests on nothing
        privacy | delete from consent_version where pseudonym = 'bert' | privacy.consent_version of bert is missing
        privacy | insert into consent_version (pseudonym, version, changed_at, jurisdiction, notice_version, gpc, method, receipt_id) values ('bert', 2, now(), 'EU', '', false, '', gen_random_uuid()) | privacy.consent_version of bert is missing; privacy.consent_version of bert rests on nothing
        """)
    void aPlantedFaultIsFound(String database, String fault, String expected) throws SQLException {
        databases.execute(database, fault);

        var words = expected.split("; ");
        assertThat(found().stream().map(Deviation::spoken).sorted().toList())
                .hasSize(words.length)
                .zipSatisfy(List.of(words), (seen, wanted) -> assertThat(seen).startsWith(wanted));
    }

    @Test
    void anEventThatWasAcknowledgedAndIsStoredNowhereIsMissingInEachTable() throws SQLException {
        var lost = event("n-0-2", "anna", EventType.WISHLIST_ADD, "pot").build();
        var events = Stream.concat(EVENTS.stream(), Stream.of(lost)).toList();

        assertThat(StoredEvents.compare(events, databases::open))
                .extracting(Deviation::table, Deviation::kind, Deviation::event)
                .containsExactlyInAnyOrder(
                        missing("profile.person_events"),
                        missing("recommender.interaction"),
                        missing("campaign.person_item"));
    }

    @Test
    void withinAWhileOlderRowsAndThoseOfEventsThatMayBeThereAreNotForeign() throws SQLException {
        var moment = Instant.ofEpochSecond(APRIL);
        var bert = List.of(CART_ADD);

        assertThat(inAWhile(bert, Set.of("n-1-1"), moment)).isEmpty();
        assertThat(inAWhile(bert, Set.of(), moment.plusSeconds(1))).isEmpty();
        assertThat(inAWhile(bert, Set.of(), moment))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.spoken()).matches("profile.person_events of an unknown .* rests on nothing.*"));
    }

    @Test
    void whatMayNotBeUsedForAPurposeIsForeignWhereItIsStoredForIt() throws SQLException {
        var withheld = EVENTS.stream()
                .map(event -> event.toBuilder()
                        .clearGrantedPurposes()
                        .addGrantedPurposes(Purpose.ANALYTICS)
                        .build())
                .toList();

        assertThat(inAWhile(withheld, Set.of(), Instant.EPOCH))
                .extracting(Deviation::table, Deviation::kind)
                .containsOnly(tuple("recommender.interaction", Deviation.Kind.FOREIGN))
                .hasSize(4);
    }

    private static List<Deviation> inAWhile(List<ShopEvent> events, Set<String> undecided, Instant since)
            throws SQLException {
        var past = PastEvents.of(events, undecided, since);
        var all = new ArrayList<Deviation>();
        for (var name : List.of("profile", "recommender", "campaign")) {
            try (var connection = databases.open(name)) {
                StoredEvents.compare(name, past, connection).forEach(one -> all.addAll(one.deviations()));
            }
        }
        return all;
    }

    private static Tuple missing(String table) {
        return tuple(table, Deviation.Kind.MISSING, "n-0-2");
    }

    private static List<Deviation> found() throws SQLException {
        var all = new ArrayList<>(StoredEvents.compare(EVENTS, databases::open));
        try (var campaign = databases.open("campaign");
                var privacy = databases.open("privacy")) {
            all.addAll(CouponRows.compare("faults", Set.of("f-1", "f-2"), 500, campaign));
            all.addAll(ConsentRows.compare(
                    List.of(new Acknowledged("anna", 2, false), new Acknowledged("bert", 1, true)), privacy));
        }
        return all;
    }

    private static ShopEvent.Builder event(String id, String person, EventType type, String... products) {
        var event = ShopEvent.newBuilder()
                .setMessageId(id)
                .setPseudonym(person)
                .setType(type)
                .addAllGrantedPurposes(List.of(Purpose.ANALYTICS, Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING))
                .setOccurredAt(Timestamp.newBuilder().setSeconds(APRIL));
        Stream.of(products).forEach(product -> event.addItems(Item.newBuilder().setProductId(product)));
        return event;
    }

    private static byte[] chunk(ShopEvent... events) {
        var chunk = EventChunk.newBuilder();
        for (var event : events) {
            chunk.addEvents(
                    KeptEvent.newBuilder().setId(identity(event.getMessageId())).setType(event.getType()));
        }
        return chunk.build().toByteArray();
    }

    private static long identity(String id) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        packed.write(1);
        try (var out = new DeflaterOutputStream(packed, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static String sql(byte[] bytes) {
        return "'\\x" + HexFormat.of().formatHex(bytes) + "'";
    }
}
