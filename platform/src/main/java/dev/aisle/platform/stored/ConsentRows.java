package dev.aisle.platform.stored;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code consent_version} with {@code consent_statement}: what each person said last holds, under that version or a later one. */
public final class ConsentRows {
    static final String CONSENTS = "privacy.consent_version";
    private static final String NEWEST = """
            select v.pseudonym, v.version, exists (
                select from consent_statement s where s.version_id = v.id and s.purpose = 'personalization' and s.status like 'grant%')
            from consent_version v where v.pseudonym = any(?)
                and v.version = (select max(version) from consent_version n where n.pseudonym = v.pseudonym)
            """;

    private ConsentRows() {}

    /**
     * The last answer that a person had about personalization.
     *
     * @param granted whether it was a grant
     */
    public record Acknowledged(String pseudonym, long version, boolean granted) {}

    private record Stored(String pseudonym, long version, boolean granted) {}

    /** Everything that is wrong with the consents of people who say nothing more. */
    public static List<Deviation> compare(Collection<Acknowledged> consents, Connection connection)
            throws SQLException {
        Map<String, Acknowledged> byPerson = new HashMap<>();
        consents.forEach(one -> byPerson.put(one.pseudonym(), one));
        var stored = Query.rows(
                connection,
                NEWEST,
                row -> new Stored(row.getString(1), row.getLong(2), row.getBoolean(3)),
                byPerson.keySet());
        return Comparison.of(
                        CONSENTS,
                        consents.stream()
                                .map(one -> row(one.pseudonym(), one.granted()))
                                .toList(),
                        stored.stream().map(one -> row(one, byPerson)).toList())
                .deviations();
    }

    private static Row row(Stored stored, Map<String, Acknowledged> acknowledged) {
        var said = acknowledged.get(stored.pseudonym());
        return said != null && stored.version() < said.version()
                ? new Row(stored.pseudonym(), "version " + stored.version() + " where " + said.version() + " was said")
                : row(stored.pseudonym(), stored.granted());
    }

    private static Row row(String person, boolean granted) {
        return new Row(person, "personalization " + (granted ? "granted" : "withdrawn"));
    }
}
