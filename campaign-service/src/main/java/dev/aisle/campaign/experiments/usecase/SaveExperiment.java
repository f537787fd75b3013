package dev.aisle.campaign.experiments.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.campaign.experiments.domain.Deed;
import dev.aisle.campaign.experiments.domain.ExperimentReader;
import dev.aisle.campaign.experiments.domain.ExperimentReader.Reading;
import dev.aisle.campaign.experiments.domain.Life;
import dev.aisle.campaign.experiments.domain.Life.State;
import dev.aisle.campaign.experiments.domain.Phase;
import dev.aisle.campaign.experiments.metrics.MetricDefinitions;
import dev.aisle.campaign.experiments.store.ExperimentRepository;
import dev.aisle.platform.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes an experiment. While it runs, only its words and its coverage may change. */
@ApplicationScoped
public class SaveExperiment {
    private static final Set<String> IN_FLIGHT = Set.of("name", "hypothesis", "coverage");
    private static final int MOST = 10_000;

    private final ExperimentRepository experiments;
    private final MetricDefinitions metrics;
    private final RankingPlacements rankings;
    private final AuditTrail auditTrail;
    private final InstantSource clock;

    SaveExperiment(
            ExperimentRepository experiments,
            MetricDefinitions metrics,
            RankingPlacements rankings,
            AuditTrail auditTrail,
            InstantSource clock) {
        this.experiments = experiments;
        this.metrics = metrics;
        this.rankings = rankings;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** How it ends. */
    public sealed interface Outcome {
        /** There was none of that id. */
        record Created(Life life) implements Outcome {}

        /** It says something else now. */
        record Changed(Life life) implements Outcome {}

        /** It said the same already. */
        record Unchanged(Life life) implements Outcome {}

        /** It can't be used; nothing changed. */
        record Wrong(List<Finding> findings) implements Outcome {}

        /** Somebody else changed it; {@code null} of an experiment that isn't there. */
        record Outdated(@Nullable Long revision) implements Outcome {}

        /** It runs, and these fields may not change. */
        record InFlight(List<String> fields) implements Outcome {
            public InFlight {
                fields = List.copyOf(fields);
            }
        }

        /** It doesn't run any more. */
        record Over(State state) implements Outcome {}

        /** There are as many as there may be. */
        record TooMany(int most) implements Outcome {}
    }

    /**
     * Writes a definition.
     *
     * @param revision on which the change rests; {@code null} for an experiment that isn't there yet
     */
    @Transactional
    public Outcome save(String id, JsonNode definition, @Nullable Long revision, String author) {
        experiments.lockAll();
        auditTrail.about("id", id);
        Outcome outcome = write(id, definition, revision, author);
        if (!(outcome instanceof Outcome.Created || outcome instanceof Outcome.Changed)) {
            auditTrail.nothingChanged();
        }
        return outcome;
    }

    private Outcome write(String id, JsonNode definition, @Nullable Long revision, String author) {
        Optional<Life> known = experiments.one(id);
        if (known.isPresent() && known.get().definition().equals(definition)) {
            return new Outcome.Unchanged(known.get());
        }
        Long current = known.map(Life::revision).orElse(null);
        if (current == null ? revision != null : !current.equals(revision)) {
            return new Outcome.Outdated(current);
        }
        if (known.isEmpty() && experiments.all().size() >= MOST) {
            return new Outcome.TooMany(MOST);
        }
        if (ExperimentReader.read(id, definition, metrics.ids()) instanceof Reading.Wrong wrong) {
            return new Outcome.Wrong(wrong.findings());
        }
        Optional<Finding> undeclared = rankings.finding(definition.path("flag").asText(), "/flag");
        if (undeclared.isPresent()) {
            return new Outcome.Wrong(List.of(undeclared.get()));
        }
        return known.map(life -> change(life, definition, author)).orElseGet(() -> create(id, definition, author));
    }

    private Outcome create(String id, JsonNode definition, String author) {
        Instant now = clock.instant();
        Life life = new Life(id, State.DRAFT, 1, definition, now, null, null, null);
        experiments.put(life);
        experiments.note(id, new Deed(0, "save", author, now, ""));
        return new Outcome.Created(life);
    }

    private Outcome change(Life life, JsonNode definition, String author) {
        List<Phase> phases = experiments.phases(life.id());
        if (life.state() == State.STOPPED || life.state() == State.CONCLUDED) {
            return new Outcome.Over(life.state());
        }
        if (life.state() == State.RUNNING) {
            List<String> changed = ExperimentReader.FIELDS.stream()
                    .filter(field -> !IN_FLIGHT.contains(field))
                    .filter(field -> !life.definition().path(field).equals(definition.path(field)))
                    .toList();
            if (!changed.isEmpty()) {
                return new Outcome.InFlight(changed);
            }
            Phase running = phases.getLast();
            experiments.rewrite(
                    life.id(),
                    running.number(),
                    Places.placed(definition, running.experiment().layer()));
        }
        Life next = life.next(life.state(), definition);
        experiments.put(next);
        experiments.note(life.id(), new Deed(phases.size(), "save", author, clock.instant(), ""));
        return new Outcome.Changed(next);
    }
}
