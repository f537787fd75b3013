package dev.aisle.campaign.reports.domain;

import java.util.List;
import java.util.Map;

/**
 * How people took the campaign.
 *
 * @param reached people who got it at least once: shown, or delivered
 * @param contacts how often it was given at all
 * @param opened mails of which the opening was seen, which it is of people who allow it only
 * @param clicked contacts that were followed
 * @param delivery messages by state
 * @param byNumber what came of the first, second … contact of each person
 * @param said how many people said what
 * @param stars how many there are, and their sum
 */
public record Responses(
        long reached,
        long contacts,
        long opened,
        long clicked,
        Map<String, Long> delivery,
        List<Nth> byNumber,
        Map<String, Long> said,
        long stars,
        long starSum) {
    public Responses {
        delivery = Map.copyOf(delivery);
        byNumber = List.copyOf(byNumber);
        said = Map.copyOf(said);
    }

    /** The n-th contacts of all people; those from the last number on stand together, so that there are more contacts than people. */
    public record Nth(int number, long people, long contacts, long clicked) {
        /** The share that was followed. */
        public double rate() {
            return (double) clicked / contacts;
        }
    }
}
