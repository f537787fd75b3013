package dev.aisle.privacy.rights.breach;

import dev.aisle.privacy.shared.datamap.DataPlace;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What an authority and the people have to be told (GDPR articles 33 and 34).
 *
 * @param places where the data lay, with their fields, read out of the contract
 * @param people how many may be touched at all
 * @param byPurpose of how many data for a purpose was kept in that time
 * @param notifyAuthorityBy 72 hours after it was found
 * @param subjects the address of the list of people
 */
record BreachReport(
        Breach breach,
        List<DataPlace> places,
        long people,
        Map<String, Long> byPurpose,
        Instant notifyAuthorityBy,
        String subjects) {
    public BreachReport {
        places = List.copyOf(places);
        byPurpose = Map.copyOf(byPurpose);
    }

    /** One person, and for which purposes data was kept. */
    public record Touched(String pseudonym, List<String> purposes) {
        public Touched {
            purposes = List.copyOf(purposes);
        }
    }
}
