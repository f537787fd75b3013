package dev.aisle.profile.segments.preview;

import dev.aisle.algorithms.privacy.guard.Answer;
import dev.aisle.algorithms.privacy.guard.Question;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.platform.guard.GuardedFigures;
import dev.aisle.profile.people.domain.PersonEvents;
import dev.aisle.profile.people.usecase.EventsOfPeople;
import dev.aisle.profile.segments.domain.SizeQuestion;
import dev.aisle.profile.segments.domain.evaluation.Evaluation;
import dev.aisle.profile.segments.domain.rule.EventQuery;
import dev.aisle.profile.segments.domain.rule.Rule;
import dev.aisle.profile.segments.domain.value.ValueCatalog;
import dev.aisle.profile.segments.usecase.RulesInUse;
import dev.aisle.profile.segments.usecase.SegmentSettings;
import dev.aisle.profile.segments.usecase.UsableEvents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts how many people a rule would have in it. Up to a number of people everybody is looked at. Of more people a sample is taken:
 * pseudonyms are keyed hashes, so the first of them are a random sample, and what is shown is an interval. Every number is the guard's.
 */
@ApplicationScoped
public class PreviewSegment {
    private static final int PAGE = 500;

    private final EventsOfPeople events;
    private final UsableEvents usableEvents;
    private final RulesInUse rulesInUse;
    private final ValueCatalog values;
    private final PeopleCount people;
    private final ConsentView consents;
    private final SegmentSettings settings;
    private final GuardedFigures guarded;

    PreviewSegment(
            EventsOfPeople events,
            UsableEvents usableEvents,
            RulesInUse rulesInUse,
            ValueCatalog values,
            PeopleCount people,
            ConsentView consents,
            SegmentSettings settings,
            GuardedFigures guarded) {
        this.events = events;
        this.usableEvents = usableEvents;
        this.rulesInUse = rulesInUse;
        this.values = values;
        this.people = people;
        this.consents = consents;
        this.settings = settings;
        this.guarded = guarded;
    }

    private record Counted(long hits, long seen, boolean everybody) {}

    /** The size, as the guard shows it. */
    public Preview preview(Rule rule) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        RulesInUse.Loaded loaded = QuarkusTransaction.requiringNew().call(rulesInUse::held);
        Counted counted;
        try (Use _ = consents.beginUse()) {
            counted = count(rule, loaded, now);
        }
        String question = counted.everybody() ? SizeQuestion.of(rule) : SizeQuestion.ofSample(rule);
        return switch (guarded.ask(Question.people(question, counted.hits()))) {
            case Answer.TooFew few -> new Preview.TooFew(few.left());
            case Answer.NoneLeft _ -> new Preview.NoneLeft();
            case Answer.Shown hits
            when counted.everybody() -> new Preview.Counted(hits.people(), known(counted.seen()), hits.left());
            case Answer.Shown hits -> estimated(hits, counted.seen());
        };
    }

    private @Nullable Long known(long people) {
        return guarded.ask(Question.people("people known", people)) instanceof Answer.Shown shown
                ? Long.valueOf(shown.people())
                : null;
    }

    /** Two standard deviations of the noise are added on each side. */
    private Preview estimated(Answer.Shown hits, long sample) {
        Long known = known(QuarkusTransaction.requiringNew().call(people::known));
        long all = Math.max(sample, known == null ? 0 : known);
        long noise = (long) Math.ceil(2 * guarded.level().deviation());
        double low =
                Wilson.of(Math.clamp(hits.people() - noise, 0, sample), sample).low();
        double high =
                Wilson.of(Math.clamp(hits.people() + noise, 0, sample), sample).high();
        return new Preview.Estimated(
                (long) Math.floor(low * all), (long) Math.ceil(high * all), sample, all, hits.left());
    }

    private Counted count(Rule rule, RulesInUse.Loaded loaded, Instant now) {
        Instant end = Instant.now().plus(settings.previewWithin());
        long hits = 0;
        long seen = 0;
        String after = "";
        while (seen < settings.previewPeople() && Instant.now().isBefore(end)) {
            int limit = (int) Math.min(PAGE, settings.previewPeople() - seen);
            String from = after;
            Map<String, PersonEvents> page = QuarkusTransaction.requiringNew()
                    .call(() -> events.page(from, now.minus(EventQuery.LONGEST), now.plus(EventQuery.LONGEST), limit));
            for (Map.Entry<String, PersonEvents> person : page.entrySet()) {
                hits += usableEvents
                        .of(person.getKey(), person.getValue(), now)
                        .filter(usable -> holds(rule, loaded, usable, now))
                        .map(_ -> 1)
                        .orElse(0);
                after = person.getKey();
            }
            seen += page.size();
            if (page.size() < limit) {
                return new Counted(hits, seen, true);
            }
        }
        return new Counted(hits, seen, false);
    }

    private boolean holds(Rule rule, RulesInUse.Loaded loaded, PersonEvents usable, Instant now) {
        return new Evaluation(values, usable, loaded.rules().of(usable, now), now)
                .of(rule)
                .holds();
    }
}
