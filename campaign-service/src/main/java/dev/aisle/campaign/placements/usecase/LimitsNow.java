package dev.aisle.campaign.placements.usecase;

import dev.aisle.campaign.campaigns.budgets.Allowance;
import dev.aisle.campaign.campaigns.budgets.Allowances;
import dev.aisle.campaign.campaigns.domain.Campaign;
import dev.aisle.campaign.campaigns.domain.FrequencyCap;
import dev.aisle.campaign.placements.domain.arbitration.Arbitration;
import dev.aisle.campaign.placements.store.PersonReader;
import dev.aisle.campaign.placements.usecase.RecordDecision.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks once more, under the locks of their people, whether decisions stay within caps and budgets. */
@ApplicationScoped
class LimitsNow {
    private final PersonReader reader;
    private final Allowances allowances;
    private final Contenders contenders;
    private final CapsOverAll caps;
    private final Arbitration arbitration;

    LimitsNow(PersonReader reader, Allowances allowances, Contenders contenders, CapsOverAll caps) {
        this.reader = reader;
        this.allowances = allowances;
        this.contenders = contenders;
        this.caps = caps;
        this.arbitration = new Arbitration(caps.policy());
    }

    /** Those whose people have got enough since the choice. */
    Map<Intent, Outcome> beyondCaps(List<Intent> open, Instant now) {
        Map<String, Instant> after = new HashMap<>();
        open.forEach(intent -> window(intent).ifPresent(window -> after.put(intent.subject(), now.minus(window))));
        if (after.isEmpty()) {
            return Map.of();
        }
        Map<String, Map<String, List<Instant>>> shown =
                reader.shown(after, caps.longestWindow().isPresent());
        Map<Intent, Outcome> outcomes = new HashMap<>();
        open.stream()
                .filter(intent -> after.containsKey(intent.subject()))
                .filter(intent -> !within(intent, shown.getOrDefault(intent.subject(), Map.of()), now))
                .forEach(intent -> outcomes.put(intent, new Outcome.CapReached()));
        return outcomes;
    }

    private @Nullable FrequencyCap cap(Intent intent) {
        Campaign campaign = intent.plan.choice().campaign();
        return campaign == null
                ? null
                : intent.plan.situation().said().lowered(campaign).frequencyCap();
    }

    /** How far back showings count for it; empty when there is no cap, or no campaign. */
    private Optional<Duration> window(Intent intent) {
        return intent.plan.choice().campaign() == null
                ? Optional.empty()
                : Stream.concat(Stream.ofNullable(cap(intent)).map(FrequencyCap::window), caps.longestWindow().stream())
                        .max(Comparator.naturalOrder());
    }

    private boolean within(Intent intent, Map<String, List<Instant>> shown, Instant now) {
        FrequencyCap cap = cap(intent);
        Campaign campaign = intent.plan.choice().campaign();
        List<Instant> own = campaign == null ? List.of() : shown.getOrDefault(campaign.id(), List.of());
        return (cap == null || cap.allows(own, now)) && !arbitration.reached(shown, now);
    }

    /** Takes what giving them needs; those for which nothing is left. */
    Map<Intent, Outcome> usedUp(List<Intent> open) {
        Map<Allowance, List<Intent>> wanted = new HashMap<>();
        open.forEach(intent -> intent.allowance()
                .ifPresent(allowance -> wanted.computeIfAbsent(allowance, _ -> new ArrayList<>())
                        .add(intent)));
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Map<Intent, Outcome> outcomes = new HashMap<>();
        Map<Allowance, Integer> numbers = new HashMap<>();
        wanted.forEach((allowance, intents) -> numbers.put(allowance, intents.size()));
        allowances.take(numbers).forEach((allowance, taken) -> {
            List<Intent> intents = wanted.getOrDefault(allowance, List.of());
            if (taken.outcome() == Allowances.Outcome.USED_UP) {
                contenders.usedUp(allowance);
            }
            intents.stream().skip(taken.number()).forEach(one -> outcomes.put(one, new Outcome.CapReached()));
        });
        return outcomes;
    }

    /** Gives back what was taken for a decision that isn't kept. */
    void giveBack(Intent intent) {
        intent.allowance().ifPresent(allowances::giveBack);
    }
}
