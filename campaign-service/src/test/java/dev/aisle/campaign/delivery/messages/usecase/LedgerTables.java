package dev.aisle.campaign.delivery.messages.usecase;

import dev.aisle.campaign.delivery.messages.domain.Channel;
import dev.aisle.campaign.delivery.messages.domain.NewMessage;
import dev.aisle.campaign.delivery.messages.domain.NewMessage.Origin;
import dev.aisle.campaign.delivery.messages.domain.NewMessage.Recipient;
import dev.aisle.campaign.delivery.messages.domain.NewMessage.Text;
import dev.aisle.campaign.delivery.messages.domain.NewMessage.Window;
import dev.aisle.campaign.delivery.messages.store.MessageLedger;
import dev.aisle.campaign.delivery.messages.store.MessageLedger.Entry;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.mail.CountingSink;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/** A real database with the tables of the ledger and no service, for senders in processes of their own. */
record LedgerTables(EmbeddedPostgres database) implements Closeable {
    private static final List<String> USUAL = List.of("V3_0__messages", "V7_1__feedback", "V8_0__message_words");

    /** What stands in the ledger of a message and how often the sink has it. */
    record Found(String state, long taken) {}

    /** Starts it, with these migrations after the usual ones. */
    static LedgerTables create(String... more) throws IOException, SQLException {
        EmbeddedPostgres started = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("fsync", "off")
                .start();
        List<String> all = new ArrayList<>(USUAL);
        all.addAll(List.of(more));
        for (String tables : all) {
            try (InputStream sql = LedgerTables.class.getResourceAsStream("/db/migration/" + tables + ".sql");
                    Connection connection = started.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return new LedgerTables(started);
    }

    DataSource source() {
        return database.getPostgresDatabase();
    }

    MessageLedger ledger() {
        return new MessageLedger(source());
    }

    String url() {
        return database.getJdbcUrl("postgres", "postgres");
    }

    /** An e-mail that is due. */
    static Entry mail(String id, int person) {
        return message(id, person, Channel.EMAIL, Purpose.MARKETING_EMAIL);
    }

    /** A message that is due. */
    static Entry message(String id, int person, Channel channel, Purpose purpose) {
        Instant now = Instant.now().minusSeconds(1);
        return new Entry(
                new NewMessage(
                        id,
                        new Recipient(String.format(Locale.ROOT, "p1.k1.%032d", person), channel, purpose),
                        new Origin("tea", 1, "a"),
                        new Text("Tea", "<p>Tea</p>", "Tea"),
                        new Window(now, now.plus(Duration.ofDays(1)))),
                1);
    }

    /** Messages whose ids begin so, by id. */
    Map<String, Found> found(String prefix, CountingSink sink) throws SQLException {
        Map<String, Found> found = new HashMap<>();
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select id, state, link from message where id like '" + prefix + "%'")) {
            while (rows.next()) {
                String messageId = "<" + rows.getString(3) + "@shop.example>";
                found.put(rows.getString(1), new Found(rows.getString(2), sink.taken(messageId)));
            }
        }
        return found;
    }

    static long in(Map<String, Found> found, String state) {
        return found.values().stream().filter(one -> one.state().equals(state)).count();
    }

    /** What a query of one number answers. */
    long count(String sql) {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
