package dev.aisle.local.bench.scale;

import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.profile.v1.EventChunk;
import dev.aisle.contracts.profile.v1.KeptEvent;
import dev.aisle.contracts.profile.v1.KeptItem;
import dev.aisle.local.stored.StoredDatabases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Loads rows of the shape that the services write into their own tables, for people in no order, and measures what one takes with its indexes
 * ({@code pg_total_relation_size}).
 */
final class RowSizes {
    private static final int ROWS = 60_000;
    private static final int PEOPLE = 10_000;
    private static final String PERSON =
            "(select 'p1.k1.' || substr(md5(n::text) || md5(n::text), 1, 32) from (select (random() * " + PEOPLE
                    + ")::int + i * 0 as n) one)";
    private static final String PRODUCT = "'sku-' || (100000 + (random() * 20000)::int + i * 0)";
    private static final String EVENT = "gen_random_uuid()::text";
    private static final String SOURCE = " from generate_series(1, " + ROWS + ") as i";
    private static final int EVENTS_A_MONTH = 860;
    private static final int CHUNKS = 200;
    private static final String LIST = "(select array_agg(%s) from generate_series(1, 8 + i * 0) as place)";

    private RowSizes() {}

    /** Bytes a row by the names of their costs. */
    static Map<String, Double> measure(StoredDatabases databases) throws SQLException, IOException {
        var sizes = new LinkedHashMap<String, Double>();
        try (var recommender = databases.open("recommender")) {
            sizes.put(
                    "row.interaction",
                    size(recommender, "interaction", ROWS, """
                    insert into interaction (pseudonym, product_id, type, weight, occurred_at, event_id, for_personalization, for_training,
                        consent_version, country, device)
                    select %s, %s, 1, 1, now() + i * interval '1 second', %s, true, true, 3, 'DE', 'mobile'""".formatted(PERSON, PRODUCT, EVENT) + SOURCE));
            sizes.put(
                    "row.exposure",
                    size(recommender, "exposure", ROWS, """
                    insert into exposure (exposure_id, decision_id, pseudonym, placement, product_id, position, score, propensity, source, model_version,
                        personalized, exposed_at, request_id, policy, policy_version)
                    select %s, '', %s, 'home', %s, i %% 8, random(), random(), 'item_knn', '20261201-101500', true, now() + i * interval '1 second',
                        %s, 'default', '7'""".formatted(EVENT, PERSON, PRODUCT, EVENT) + SOURCE));
            sizes.put(
                    "row.served",
                    size(
                            recommender,
                            "served_list",
                            ROWS / 10,
                            """
                    insert into served_list (request_id, pseudonym, consent_version, served_at, placement, model_version, policy_version, stage, refusal,
                        product_ids, sources, propensities, reasons, causes, features_version, features)
                    select %s, %s, 3, now() + i * interval '1 second', 'home', '20261201-101500', '7', 'live', '', %s, %s, %s, %s, %s, '3',
                        (select array_agg(random()::real) from generate_series(1, 184 + i * 0))
                    """.formatted(
                                                    EVENT,
                                                    PERSON,
                                                    LIST.formatted("'sku-' || (100000 + (random() * 20000)::int)"),
                                                    LIST.formatted("'item_knn'::text"),
                                                    LIST.formatted("random()"),
                                                    LIST.formatted("'because_you_viewed'::text"),
                                                    LIST.formatted("'sku-' || (100000 + (random() * 20000)::int)"))
                                    + " from generate_series(1, " + ROWS / 10 + ") as i"));
            sizes.put(
                    "row.ledger",
                    size(
                            recommender,
                            "processed_event",
                            ROWS,
                            "insert into processed_event (consumer, event_id) select 'interactions', " + EVENT
                                    + SOURCE));
        }
        try (var campaign = databases.open("campaign")) {
            sizes.put("row.fact", size(campaign, "metric_fact", ROWS, """
                    insert into metric_fact (message_id, measure, pseudonym, session_id, value, at)
                    select %s, 'PRODUCT_VIEW/count', %s, %s, 1, now() + i * interval '1 second'""".formatted(EVENT, PERSON, EVENT) + SOURCE));
            sizes.put(
                    "row.decision",
                    size(
                            campaign,
                            "decision",
                            ROWS / 2,
                            """
                    insert into decision (id, pseudonym, placement, campaign_id, campaign_version, variation, holdout, propensity, request_hash, decided_at,
                        answer, trace)
                    select %s, %s, 'home', 'spring-offer', 3, 'b', false, 0.45, %s, now() + i * interval '1 second', %s, %s
                    """.formatted(EVENT, PERSON, "encode(sha256(i::text::bytea), 'hex')", text(700), text(900))
                                    + " from generate_series(1, " + ROWS / 2 + ") as i"));
            sizes.put("row.footprint", size(campaign, "person_item", ROWS, """
                    insert into person_item (pseudonym, product_id, bought, last_at)
                    select %s, 'sku-' || i, false, now()""".formatted(PERSON) + SOURCE));
        }
        try (var profile = databases.open("profile")) {
            sizes.put("row.person-event", chunks(profile) / EVENTS_A_MONTH);
            sizes.put("row.person", size(profile, "person", ROWS, """
                    insert into person (pseudonym, version, last_at)
                    select 'p1.k1.' || substr(md5(i::text) || md5(i::text), 1, 32), 5, now()""" + SOURCE));
        }
        return sizes;
    }

    /** Hardly compressible text of a length, as JSON with ids in it is. */
    private static String text(int length) {
        return "(select substr(string_agg(md5(random()::text || part), ''), 1, %d) from generate_series(1, %d + i * 0) as part)"
                .formatted(length, length / 32 + 1);
    }

    private static double chunks(Connection profile) throws SQLException, IOException {
        var random = new Random(1);
        try (var insert = profile.prepareStatement(
                "insert into person_events (pseudonym, month, events, changes) values (?, '2026-11-01Z', ?, ?)")) {
            for (int i = 0; i < CHUNKS; i++) {
                insert.setString(1, "p1.k1." + String.format("%032d", random.nextInt(1_000_000_000)) + i);
                insert.setBytes(2, chunk(random));
                insert.setLong(3, EVENTS_A_MONTH);
                insert.executeUpdate();
            }
        }
        return perRow(profile, "person_events", CHUNKS);
    }

    private static byte[] chunk(Random random) throws IOException {
        var chunk = EventChunk.newBuilder();
        for (int i = 0; i < 200; i++) {
            chunk.addTexts("sku-" + (100_000 + random.nextInt(20_000)));
        }
        for (int i = 0; i < 60; i++) {
            chunk.addSessions(random.nextLong());
        }
        for (int i = 0; i < EVENTS_A_MONTH; i++) {
            chunk.addEvents(KeptEvent.newBuilder()
                    .setId(random.nextLong())
                    .setAt(i * 3_000_000 + random.nextInt(3_000_000))
                    .setType(EventType.PRODUCT_VIEW)
                    .setPurposes(14)
                    .setConsentVersion(3)
                    .setSession(1 + i * 60 / EVENTS_A_MONTH)
                    .setCountry(1)
                    .addItems(KeptItem.newBuilder()
                            .setProduct(1 + random.nextInt(200))
                            .setCategory(1 + random.nextInt(10))
                            .setBrand(1 + random.nextInt(10))
                            .setPrice(500 + random.nextInt(5_000))));
        }
        var packed = new ByteArrayOutputStream();
        packed.write(1);
        try (var out = new DeflaterOutputStream(packed, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            out.write(chunk.build().toByteArray());
        }
        return packed.toByteArray();
    }

    private static double size(Connection connection, String table, int rows, String insert) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(insert);
        }
        return perRow(connection, table, rows);
    }

    private static double perRow(Connection connection, String table, int rows) throws SQLException {
        try (var statement = connection.createStatement();
                var size = statement.executeQuery("select pg_total_relation_size('" + table + "')")) {
            size.next();
            return (double) size.getLong(1) / rows;
        }
    }
}
