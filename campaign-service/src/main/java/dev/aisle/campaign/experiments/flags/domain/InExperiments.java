package dev.aisle.campaign.experiments.flags.domain;

import dev.aisle.campaign.experiments.domain.Exposed;
import dev.aisle.campaign.experiments.flags.domain.Evaluation.Given;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which variations a person is.
 *
 * @param given by running experiments
 * @param variations their keys by experiment, also of concluded ones that kept one
 * @param ranking what the flag answered that sets the ranking; {@code null} where there is none
 */
public record InExperiments(
        Whose whose,
        Map<String, Given> given,
        Map<String, String> variations,
        @Nullable Evaluation ranking) {
    /** In none. */
    public static InExperiments none(String person) {
        return new InExperiments(new Whose(person, Set.of()), Map.of(), Map.of(), null);
    }

    /** The experiment that decided the ranking, if one did. */
    public Optional<String> rankedBy() {
        return Optional.ofNullable(ranking)
                .map(Evaluation::given)
                .map(one -> one.phase().experiment().id());
    }

    /** What of these experiments the person sees now. */
    public List<Exposed> seen(Collection<String> experiments, Instant at) {
        return experiments.stream()
                .distinct()
                .map(given::get)
                .filter(Objects::nonNull)
                .map(one -> one.exposed(whose, "", at))
                .filter(Objects::nonNull)
                .toList();
    }
}
