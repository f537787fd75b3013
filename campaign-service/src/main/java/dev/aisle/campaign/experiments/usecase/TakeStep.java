package dev.aisle.campaign.experiments.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.campaign.experiments.domain.Deed;
import dev.aisle.campaign.experiments.domain.Life;
import dev.aisle.campaign.experiments.domain.Life.State;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.domain.Step;
import dev.aisle.campaign.experiments.domain.Treatment;
import dev.aisle.campaign.experiments.flags.store.FlagRepository;
import dev.aisle.campaign.experiments.store.ExperimentRepository;
import dev.aisle.platform.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Starts, ramps, stops and concludes an experiment, or begins another phase of it. */
@ApplicationScoped
public class TakeStep {
    private static final int MOST_LEARNT = 5_000;

    private final ExperimentRepository experiments;
    private final BeginPhase beginPhase;
    private final FlagRepository flags;
    private final AuditTrail auditTrail;
    private final InstantSource clock;

    TakeStep(
            ExperimentRepository experiments,
            BeginPhase beginPhase,
            FlagRepository flags,
            AuditTrail auditTrail,
            InstantSource clock) {
        this.experiments = experiments;
        this.beginPhase = beginPhase;
        this.flags = flags;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** Who wishes which step of an experiment, and on which revision that rests. */
    public record Wish(String id, Step step, Step.Terms terms, long revision, String actor) {}

    /** How it ends. */
    public sealed interface Outcome {
        /** It is done. */
        record Done(Life life) implements Outcome {}

        /** There is no such experiment. */
        record Missing() implements Outcome {}

        /** Somebody else changed it. */
        record Outdated(long revision) implements Outcome {}

        /** Not in this state, or not beside what runs already. */
        record NotPossible(String kind, String why) implements Outcome {}

        /** A field of the wish is wrong. */
        record WrongField(String field, String message) implements Outcome {}

        /** The definition of the phase can't be used. */
        record Wrong(List<Finding> findings) implements Outcome {}
    }

    /** Takes it. */
    @Transactional
    public Outcome take(Wish wish) {
        experiments.lockAll();
        auditTrail.about("step", wish.step().code());
        Outcome outcome = taken(wish);
        if (!(outcome instanceof Outcome.Done)) {
            auditTrail.nothingChanged();
        }
        return outcome;
    }

    private Outcome taken(Wish wish) {
        Optional<Life> known = experiments.one(wish.id());
        if (known.isEmpty()) {
            return new Outcome.Missing();
        }
        Life life = known.get();
        if (life.revision() != wish.revision()) {
            return new Outcome.Outdated(life.revision());
        }
        List<Phase> phases = experiments.phases(wish.id());
        return switch (wish.step()) {
            case START ->
                life.state() == State.DRAFT ? beginPhase.begin(life, phases, life.definition(), wish) : no(life, wish);
            case PHASE ->
                life.state() == State.RUNNING || life.state() == State.STOPPED
                        ? beginPhase.begin(life, phases, definition(life, wish), wish)
                        : no(life, wish);
            case RAMP -> life.state() == State.RUNNING ? ramp(life, phases.getLast(), wish) : no(life, wish);
            case STOP -> life.state() == State.RUNNING ? stop(life, phases.getLast(), wish) : no(life, wish);
            case CONCLUDE ->
                life.state() == State.RUNNING || life.state() == State.STOPPED
                        ? conclude(life, phases.getLast(), wish)
                        : no(life, wish);
        };
    }

    private static JsonNode definition(Life life, Wish wish) {
        JsonNode given = wish.terms().definition();
        return given == null ? life.definition() : given;
    }

    private static Outcome no(Life life, Wish wish) {
        return new Outcome.NotPossible(
                "wrong-state",
                "An experiment that is " + life.state().code() + " can't "
                        + wish.step().code() + ".");
    }

    private Outcome ramp(Life life, Phase running, Wish wish) {
        Double coverage = wish.terms().coverage();
        if (coverage == null || !(coverage >= 0 && coverage <= 1)) {
            return new Outcome.WrongField("coverage", "expected a share from 0 to 1, such as 0.5");
        }
        Life next = life.next(State.RUNNING, Places.covering(life.definition(), coverage));
        experiments.rewrite(
                life.id(),
                running.number(),
                Places.placed(next.definition(), running.experiment().layer()));
        return done(next, running.number(), wish, clock.instant());
    }

    private Outcome stop(Life life, Phase running, Wish wish) {
        Instant now = clock.instant();
        experiments.end(life.id(), now);
        return done(life.next(State.STOPPED, life.definition()), running.number(), wish, now);
    }

    private Outcome conclude(Life life, Phase last, Wish wish) {
        String learnt = wish.terms().learnt();
        if (learnt == null || learnt.isBlank() || learnt.length() > MOST_LEARNT) {
            return new Outcome.WrongField("learnt", "say what was learnt, in 1 to 5000 characters");
        }
        String kept = wish.terms().kept();
        Optional<Treatment> treatment = last.experiment().treatments().stream()
                .filter(one -> one.key().equals(kept))
                .findFirst();
        if (kept != null && treatment.isEmpty()) {
            return new Outcome.WrongField(
                    "kept",
                    "expected one of "
                            + String.join(
                                    ", ",
                                    last.experiment().treatments().stream()
                                            .map(Treatment::key)
                                            .toList()));
        }
        Instant now = clock.instant();
        experiments.end(life.id(), now);
        treatment.ifPresent(one -> flags.setDefault(last.experiment().flag(), one.value(), wish.actor(), now));
        return done(life.concluded(learnt, kept, now), last.number(), wish, now);
    }

    private Outcome done(Life next, int phase, Wish wish, Instant now) {
        experiments.put(next);
        experiments.note(
                next.id(),
                new Deed(
                        phase,
                        wish.step().code(),
                        wish.actor(),
                        now,
                        wish.terms().note()));
        return new Outcome.Done(next);
    }
}
