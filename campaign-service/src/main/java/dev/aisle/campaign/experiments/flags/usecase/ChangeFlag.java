package dev.aisle.campaign.experiments.flags.usecase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.campaign.campaigns.domain.reading.Finding;
import dev.aisle.campaign.experiments.flags.domain.FlagReader;
import dev.aisle.campaign.experiments.flags.domain.FlagReader.Reading;
import dev.aisle.campaign.experiments.flags.domain.StoredFlag;
import dev.aisle.campaign.experiments.flags.store.FlagRepository;
import dev.aisle.campaign.experiments.store.ExperimentRepository;
import dev.aisle.campaign.experiments.usecase.RankingPlacements;
import dev.aisle.platform.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes and removes flags. One that an experiment decides stays. */
@ApplicationScoped
public class ChangeFlag {
    private static final int MOST = 2_000;

    private final FlagRepository flags;
    private final ExperimentRepository experiments;
    private final RankingPlacements rankings;
    private final AuditTrail auditTrail;
    private final InstantSource clock;

    ChangeFlag(
            FlagRepository flags,
            ExperimentRepository experiments,
            RankingPlacements rankings,
            AuditTrail auditTrail,
            InstantSource clock) {
        this.flags = flags;
        this.experiments = experiments;
        this.rankings = rankings;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** How it ends. */
    public sealed interface Outcome {
        /** It is so now; new when there was none. */
        record Written(StoredFlag flag, boolean created) implements Outcome {}

        /** It is gone. */
        record Removed() implements Outcome {}

        /** There is none. */
        record Missing() implements Outcome {}

        /** It can't be used. */
        record Wrong(List<Finding> findings) implements Outcome {}

        /** Somebody else changed it; {@code null} of one that isn't there. */
        record Outdated(@Nullable Long revision) implements Outcome {}

        /** This experiment decides it. */
        record Used(String experiment) implements Outcome {}

        /** There are as many as there may be. */
        record TooMany(int most) implements Outcome {}
    }

    /** Every flag, by key. */
    @Transactional
    public List<StoredFlag> all() {
        return flags.all();
    }

    /** One flag. */
    @Transactional
    public Optional<StoredFlag> one(String key) {
        return flags.one(key);
    }

    /** Writes one. */
    @Transactional
    public Outcome put(String key, JsonNode definition, @Nullable Long revision, String actor) {
        experiments.lockAll();
        auditTrail.about("key", key);
        Outcome outcome = write(key, definition, revision, actor);
        if (!(outcome instanceof Outcome.Written)) {
            auditTrail.nothingChanged();
        }
        return outcome;
    }

    private Outcome write(String key, JsonNode definition, @Nullable Long revision, String actor) {
        Optional<StoredFlag> known = flags.one(key);
        Long current = known.map(StoredFlag::revision).orElse(null);
        if (known.isPresent() && known.get().definition().equals(definition)) {
            auditTrail.nothingChanged();
            return new Outcome.Written(known.get(), false);
        }
        if (current == null ? revision != null : !current.equals(revision)) {
            return new Outcome.Outdated(current);
        }
        if (known.isEmpty() && flags.all().size() >= MOST) {
            return new Outcome.TooMany(MOST);
        }
        if (FlagReader.read(key, definition) instanceof Reading.Wrong wrong) {
            return new Outcome.Wrong(wrong.findings());
        }
        Optional<Finding> undeclared = rankings.finding(key, "key");
        if (undeclared.isPresent()) {
            return new Outcome.Wrong(List.of(undeclared.get()));
        }
        StoredFlag flag = new StoredFlag(key, current == null ? 1 : current + 1, definition, clock.instant(), actor);
        flags.put(flag);
        return new Outcome.Written(flag, known.isEmpty());
    }

    /** Removes one. */
    @Transactional
    public Outcome remove(String key, long revision) {
        experiments.lockAll();
        Outcome outcome = drop(key, revision);
        if (!(outcome instanceof Outcome.Removed)) {
            auditTrail.nothingChanged();
        }
        return outcome;
    }

    private Outcome drop(String key, long revision) {
        Optional<StoredFlag> known = flags.one(key);
        if (known.isEmpty()) {
            return new Outcome.Missing();
        }
        if (known.get().revision() != revision) {
            return new Outcome.Outdated(known.get().revision());
        }
        Optional<String> user = experiments.running().stream()
                .filter(phase -> phase.experiment().flag().equals(key))
                .map(phase -> phase.experiment().id())
                .findFirst();
        if (user.isPresent()) {
            return new Outcome.Used(user.get());
        }
        flags.remove(key);
        return new Outcome.Removed();
    }
}
