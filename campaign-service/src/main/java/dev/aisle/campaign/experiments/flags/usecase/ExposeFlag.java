package dev.aisle.campaign.experiments.flags.usecase;

import dev.aisle.campaign.experiments.domain.Exposed;
import dev.aisle.campaign.experiments.flags.domain.Asker;
import dev.aisle.campaign.experiments.flags.domain.Evaluation;
import dev.aisle.campaign.experiments.flags.domain.Evaluation.Given;
import dev.aisle.campaign.experiments.flags.domain.Evaluator;
import dev.aisle.campaign.experiments.flags.domain.FlagSet;
import dev.aisle.campaign.experiments.flags.domain.Whose;
import dev.aisle.campaign.shared.Together;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates one flag and notes the exposure before it answers. Those that are asked at the same time share one look-up and one transaction: a commit
 * each would be most of the work.
 */
@ApplicationScoped
public class ExposeFlag {
    private static final int LANES = 1;
    private static final int MOST = 256;

    private final FlagCatalogue catalogue;
    private final KeptVariations keptVariations;
    private final WriteExposures writeExposures;
    private final InstantSource clock;
    private final Together<Asked, Answered> together;

    ExposeFlag(
            FlagCatalogue catalogue,
            KeptVariations keptVariations,
            WriteExposures writeExposures,
            InstantSource clock) {
        this.catalogue = catalogue;
        this.keptVariations = keptVariations;
        this.writeExposures = writeExposures;
        this.clock = clock;
        this.together = new Together<>("exposures", LANES, MOST, Duration.ZERO, this::answer);
    }

    void start(@Observes StartupEvent event) {
        together.start();
    }

    void stop(@Observes ShutdownEvent event) {
        together.stop();
    }

    private record Asked(String key, Asker asker) {}

    /** @param exposed {@code null} when there is nothing to note */
    private record Answered(
            @Nullable Evaluation evaluation, @Nullable Exposed exposed) {}

    /** The flag's value, its exposure noted where that is allowed; empty when there is no such flag. */
    public Optional<Evaluation> evaluate(String key, Asker asker) {
        Whose whose = keptVariations.whose(asker.id());
        if (!keptVariations.isKept(whose.person()) || catalogue.now().phases().get(key) == null) {
            // Nothing is read of this person and nothing written.
            return Optional.ofNullable(Evaluator.of(catalogue.now(), asker, whose.person(), Map.of())
                    .evaluate(key));
        }
        return Optional.ofNullable(together.ask(new Asked(key, asker)).evaluation());
    }

    private List<Answered> answer(List<Asked> batch) {
        FlagSet set = catalogue.now();
        Instant now = clock.instant();
        Map<Asked, Whose> people = new LinkedHashMap<>();
        batch.forEach(
                asked -> people.put(asked, keptVariations.whose(asked.asker().id())));
        Map<String, Map<String, String>> kept = keptVariations.of(people.values());
        List<Answered> answers = new ArrayList<>(batch.size());
        for (Asked asked : batch) {
            Whose whose = people.getOrDefault(asked, new Whose(asked.asker().id(), Set.of()));
            Evaluation evaluation = Evaluator.of(
                            set, asked.asker(), whose.person(), kept.getOrDefault(whose.person(), Map.of()))
                    .evaluate(asked.key());
            Given given = evaluation == null ? null : evaluation.given();
            answers.add(new Answered(
                    evaluation,
                    given == null ? null : given.exposed(whose, asked.asker().session(), now)));
        }
        writeExposures.write(
                answers.stream().map(Answered::exposed).filter(Objects::nonNull).toList());
        return answers;
    }
}
