package dev.aisle.campaign.placements.usecase;

import dev.aisle.campaign.campaigns.domain.FrequencyCap;
import dev.aisle.campaign.campaigns.domain.InVariation;
import dev.aisle.campaign.placements.domain.Fingerprint;
import dev.aisle.campaign.placements.domain.arbitration.Arbitration;
import dev.aisle.campaign.placements.domain.arbitration.Contender;
import dev.aisle.campaign.placements.domain.arbitration.Lineup;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who wants a placement, the best first.
 *
 * @param policyVersion the campaigns in their versions
 * @param longestWindow of their caps per person; empty when none has one
 * @param experiments to which some of them belong
 * @param lineup the same as decisions name it
 * @param digest of the line-up
 * @param places in the line-up, by the campaign's id
 */
record Roster(
        List<Contender> contenders,
        String policyVersion,
        Optional<Duration> longestWindow,
        Set<String> experiments,
        Lineup lineup,
        String digest,
        Map<String, Integer> places) {
    private static final int LONGEST = 400;

    static Roster of(List<Contender> contenders, String currency) {
        List<Contender> ranked =
                contenders.stream().sorted(Arbitration.BEST_FIRST).toList();
        Map<String, Integer> places = new HashMap<>();
        ranked.forEach(contender -> places.put(contender.campaign().id(), places.size()));
        Lineup lineup =
                new Lineup(currency, ranked.stream().map(Contender::entry).toList());
        return new Roster(
                ranked,
                version(ranked),
                ranked.stream()
                        .map(contender -> contender.campaign().frequencyCap())
                        .filter(Objects::nonNull)
                        .map(FrequencyCap::window)
                        .max(Comparator.naturalOrder()),
                ranked.stream()
                        .map(contender -> contender.campaign().only())
                        .filter(Objects::nonNull)
                        .map(InVariation::experiment)
                        .collect(Collectors.toUnmodifiableSet()),
                lineup,
                Fingerprint.of(
                        List.of(currency),
                        lineup.entries().stream().map(Lineup.Entry::toString).toList()),
                Map.copyOf(places));
    }

    /** All names of a few; of many a digest, since it goes out with each exposure and the line-up has the names. */
    private static String version(List<Contender> ranked) {
        String names = String.join(
                ",",
                ranked.stream()
                        .map(contender -> contender.campaign().reference())
                        .toList());
        return names.length() <= LONGEST ? names : "sha256:" + Fingerprint.of(List.of(names));
    }
}
