package dev.aisle.campaign.delivery.triggers;

import dev.aisle.campaign.shared.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Walks over many people, and whom a product's walk comes to. In the caller's transaction. */
@Singleton
class WalkTable {
    private static final String BEGIN = """
        insert into trigger_walk (kind, about, share, at) values (?, ?, ?, ?) on conflict do nothing
        """;
    private static final String OPEN = """
        select kind, about, share, reached, at from trigger_walk where not done
        order by at limit 1 for update skip locked
        """;
    private static final String GO_ON =
            "update trigger_walk set reached = ?, done = ? where kind = ? and about = ? and at = ?";
    private static final String END = "delete from trigger_walk where kind = ? and about = ? and at = ?";
    private static final String INTERESTED = """
        select pseudonym from person_item
        where product_id = ? and pseudonym > ? and not bought and last_at > ? order by pseudonym limit ?
        """;

    private final AgroalDataSource database;

    WalkTable(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * A walk.
     *
     * @param about the version that is put on its schedule, or the product
     * @param share by which the price fell
     * @param reached the last pseudonym that it came to
     * @param at when what it is about happened; with kind and about it is its name
     */
    public record Walk(String kind, String about, double share, String reached, Instant at) {}

    /** Begins one, unless it was begun before. */
    public void begin(String kind, String about, double share, Instant at) {
        Sql.on(database, "A walk could not begin", connection -> Sql.update(connection, BEGIN, kind, about, share, at));
    }

    /** One that isn't at its end and that nobody else walks now. */
    public Optional<Walk> open() {
        return Sql.on(
                database,
                "Walks could not be read",
                connection -> Sql.query(
                                connection,
                                OPEN,
                                row -> new Walk(
                                        row.getString("kind"),
                                        row.getString("about"),
                                        row.getDouble("share"),
                                        row.getString("reached"),
                                        row.getTimestamp("at").toInstant()))
                        .stream()
                        .findFirst());
    }

    /** How far one came. */
    public void goOn(Walk walk, String reached) {
        put(walk, reached, false);
    }

    /** One is at its end, and names nobody any more; that it was, is kept. */
    public void done(Walk walk) {
        put(walk, "", true);
    }

    /** One is at its end, and nothing is kept of it. */
    public void remove(Walk walk) {
        Sql.on(
                database,
                "A walk could not end",
                connection -> Sql.update(connection, END, walk.kind(), walk.about(), walk.at()));
    }

    private void put(Walk walk, String reached, boolean done) {
        Sql.on(
                database,
                "A walk could not go on",
                connection -> Sql.update(connection, GO_ON, reached, done, walk.kind(), walk.about(), walk.at()));
    }

    /** Who looked at a product or wished for it since a moment and hasn't bought it, after a pseudonym. */
    public List<String> interested(String product, String after, Instant since, int most) {
        return Sql.on(
                database,
                "Interested people could not be read",
                connection -> Sql.query(connection, INTERESTED, row -> row.getString(1), product, after, since, most));
    }
}
