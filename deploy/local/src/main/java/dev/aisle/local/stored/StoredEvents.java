package dev.aisle.local.stored;

import dev.aisle.contracts.events.v1.ShopEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Compares refined events with what each consumer's database stores of them. Its people never withdraw anything. */
public final class StoredEvents {
    private StoredEvents() {}

    /** Opens a database by its name: {@code profile}, {@code recommender}, {@code campaign} or {@code privacy}. */
    @FunctionalInterface
    public interface Databases {
        Connection open(String name) throws SQLException;
    }

    /** Every row that is missing, doubled or foreign. Once all consumers have taken the events, there is none. */
    public static List<Deviation> compare(Collection<ShopEvent> events, Databases databases) throws SQLException {
        var past = PastEvents.of(events);
        var all = new ArrayList<Deviation>();
        try (var profile = databases.open("profile")) {
            all.addAll(ProfileRows.compare(past, profile));
        }
        try (var recommender = databases.open("recommender")) {
            all.addAll(RecommenderRows.compare(past, recommender));
        }
        try (var campaign = databases.open("campaign")) {
            all.addAll(CampaignRows.compare(past, campaign));
        }
        return all;
    }
}
