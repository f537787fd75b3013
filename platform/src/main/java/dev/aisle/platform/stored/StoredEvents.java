package dev.aisle.platform.stored;

import dev.aisle.contracts.events.v1.ShopEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Compares refined events with what each consumer's database stores of them. */
public final class StoredEvents {
    private StoredEvents() {}

    /** Opens a database by its name: {@code profile}, {@code recommender}, {@code campaign} or {@code privacy}. */
    @FunctionalInterface
    public interface Databases {
        Connection open(String name) throws SQLException;
    }

    /** Every row that is missing, doubled or foreign of people of whom these are all events. Once all consumers have taken them, there is none. */
    public static List<Deviation> compare(Collection<ShopEvent> events, Databases databases) throws SQLException {
        var past = PastEvents.of(events);
        var all = new ArrayList<Comparison>();
        for (var name : List.of("profile", "recommender", "campaign")) {
            try (var connection = databases.open(name)) {
                all.addAll(compare(name, past, connection));
                if (name.equals("campaign")) {
                    all.addAll(CampaignRows.people(past, connection));
                }
            }
        }
        return Comparison.deviations(all);
    }

    /** The tables of a database that hold what single events leave behind. */
    public static List<Comparison> compare(String database, PastEvents events, Connection connection)
            throws SQLException {
        return switch (database) {
            case "profile" -> ProfileRows.compare(events, connection);
            case "recommender" -> List.of(RecommenderRows.compare(events, connection));
            case "campaign" -> List.of(CampaignRows.facts(events, connection));
            default -> throw new IllegalArgumentException("No database of events: " + database);
        };
    }
}
