package dev.aisle.profile.segments.usecase;

import dev.aisle.algorithms.privacy.disclosure.DifferencingGuard;
import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.algorithms.privacy.disclosure.Population;
import dev.aisle.algorithms.privacy.disclosure.Population.Cell;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.usecase.EventsOfPeople;
import dev.aisle.profile.segments.domain.Preview;
import dev.aisle.profile.segments.domain.Wilson;
import dev.aisle.profile.segments.domain.evaluation.Evaluation;
import dev.aisle.profile.segments.domain.rule.EventQuery;
import dev.aisle.profile.segments.domain.rule.Rule;
import dev.aisle.profile.segments.domain.value.ValueCatalog;
import dev.aisle.profile.segments.store.PeopleCount;
import dev.aisle.profile.segments.store.PreviewRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Counts how many people a rule would have in it. Up to a number of people everybody is looked at, and the size is told when it, compared with
 * the sizes of other rules that were told, tells of nobody alone. Of more people a sample is taken: pseudonyms are keyed hashes, so the first of
 * them are a random sample, and what is told is an interval.
 */
@ApplicationScoped
public class PreviewSegment {
    private static final int PAGE = 500;
    private static final int COMPARED = 10;
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final String ASKED = "asked";

    private final EventsOfPeople events;
    private final UsableEvents usableEvents;
    private final RulesInUse rulesInUse;
    private final ValueCatalog values;
    private final PreviewRepository previews;
    private final PeopleCount people;
    private final ConsentView consents;
    private final SegmentSettings settings;

    PreviewSegment(
            EventsOfPeople events,
            UsableEvents usableEvents,
            RulesInUse rulesInUse,
            ValueCatalog values,
            PreviewRepository previews,
            PeopleCount people,
            ConsentView consents,
            SegmentSettings settings) {
        this.events = events;
        this.usableEvents = usableEvents;
        this.rulesInUse = rulesInUse;
        this.values = values;
        this.previews = previews;
        this.people = people;
        this.consents = consents;
        this.settings = settings;
    }

    /** People, counted by which of the rules hold. */
    private record Counted(Map<Set<String>, Long> cells, long seen, boolean everybody) {
        Population population() {
            return new Population(cells.entrySet().stream()
                    .map(cell -> new Cell(cell.getKey(), cell.getValue()))
                    .toList());
        }
    }

    /** The size, as far as it may be told. */
    public Preview preview(Rule rule) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        RulesInUse.Loaded loaded = QuarkusTransaction.requiringNew().call(rulesInUse::held);
        List<Rule> told = QuarkusTransaction.requiringNew().call(() -> previews.told(now.minus(REMEMBERED), COMPARED));
        Counted counted;
        try (Use _ = consents.beginUse()) {
            counted = count(rule, told, loaded, now);
        }
        return counted.everybody() ? exact(rule, told, counted, now) : estimated(counted);
    }

    private Preview exact(Rule rule, List<Rule> told, Counted counted, Instant now) {
        Population population = counted.population();
        long size = population.count(Set.of(ASKED));
        KThreshold threshold = settings.kThreshold();
        List<Set<String>> before = IntStream.range(0, told.size())
                .mapToObj(i -> Set.of(name(i)))
                .filter(one -> threshold.allows(population.count(one)))
                .toList();
        if (!new DifferencingGuard(threshold).allows(Set.of(ASKED), before, population)) {
            return new Preview.Withheld(threshold.allows(size), counted.seen(), counted.seen());
        }
        QuarkusTransaction.requiringNew().run(() -> previews.tell(rule, now, now.minus(REMEMBERED)));
        return new Preview.Exact(size, counted.seen());
    }

    private Preview estimated(Counted counted) {
        long hits = counted.population().count(Set.of(ASKED));
        if (counted.seen() == 0 || !settings.kThreshold().allows(hits)) {
            return new Preview.Withheld(false, counted.seen(), null);
        }
        long all = Math.max(counted.seen(), QuarkusTransaction.requiringNew().call(people::known));
        Wilson share = Wilson.of(hits, counted.seen());
        return new Preview.Estimated(
                (long) Math.floor(share.low() * all), (long) Math.ceil(share.high() * all), counted.seen(), all);
    }

    private Counted count(Rule rule, List<Rule> told, RulesInUse.Loaded loaded, Instant now) {
        Instant end = Instant.now().plus(settings.previewWithin());
        Map<Set<String>, Long> cells = new HashMap<>();
        long seen = 0;
        String after = "";
        while (seen < settings.previewPeople() && Instant.now().isBefore(end)) {
            int limit = (int) Math.min(PAGE, settings.previewPeople() - seen);
            String from = after;
            Map<String, PersonEvents> page = QuarkusTransaction.requiringNew()
                    .call(() -> events.page(from, now.minus(EventQuery.LONGEST), now.plus(EventQuery.LONGEST), limit));
            for (Map.Entry<String, PersonEvents> person : page.entrySet()) {
                usableEvents
                        .of(person.getKey(), person.getValue(), now)
                        .ifPresent(usable -> cells.merge(holding(rule, told, loaded, usable, now), 1L, Long::sum));
                after = person.getKey();
            }
            seen += page.size();
            if (page.size() < limit) {
                return new Counted(cells, seen, true);
            }
        }
        return new Counted(cells, seen, false);
    }

    private Set<String> holding(
            Rule rule, List<Rule> told, RulesInUse.Loaded loaded, PersonEvents usable, Instant now) {
        Evaluation evaluation = new Evaluation(values, usable, loaded.rules().of(usable, now), now);
        Set<String> holding = new HashSet<>();
        if (evaluation.of(rule).holds()) {
            holding.add(ASKED);
        }
        for (int i = 0; i < told.size(); i++) {
            if (evaluation.of(told.get(i)).holds()) {
                holding.add(name(i));
            }
        }
        return holding;
    }

    private static String name(int told) {
        return "told" + told;
    }
}
