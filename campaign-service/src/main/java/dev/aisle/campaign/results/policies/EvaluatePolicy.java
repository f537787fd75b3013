package dev.aisle.campaign.results.policies;

import dev.aisle.algorithms.offpolicy.ArmLog;
import dev.aisle.algorithms.offpolicy.OffPolicy;
import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.campaigns.domain.definition.BanditPlan.Reward;
import dev.aisle.campaign.results.policies.ReadContacts.Contacts;
import dev.aisle.platform.guard.GuardedFigures;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what a policy would have earned on the contacts of a campaign, as the guard shows them. */
@Singleton
class EvaluatePolicy {
    private final ReadContacts readContacts;
    private final GuardedFigures guarded;

    EvaluatePolicy(ReadContacts readContacts, GuardedFigures guarded) {
        this.readContacts = readContacts;
        this.guarded = guarded;
    }

    /**
     * What is asked.
     *
     * @param version {@code null} for the one that runs, or else the newest
     * @param reward {@code null} for that of its bandit, or clicks
     * @param within {@code null} for that of its bandit, or as long as such a reward takes
     */
    public record Question(
            String campaign,
            @Nullable Integer version,
            @Nullable Reward reward,
            @Nullable Duration within,
            CandidatePolicy policy) {}

    /** How it ends. */
    public sealed interface Outcome {
        /** An answer. */
        record Done(PolicyEvaluation evaluation) implements Outcome {}

        /** There is no such version. */
        record Missing() implements Outcome {}

        /** The policy can't be asked about. */
        record Wrong(String field, String message) implements Outcome {}
    }

    /** Evaluates. */
    public Outcome evaluate(Question question) {
        Optional<Contacts> found =
                readContacts.of(question.campaign(), question.version(), question.reward(), question.within());
        if (found.isEmpty()) {
            return new Outcome.Missing();
        }
        Contacts contacts = found.get();
        List<String> variations = contacts.definition().campaign().variations().stream()
                .map(Variation::id)
                .toList();
        PolicyShares shares = new PolicyShares(variations, contacts.definition().bandit());
        Optional<Map.Entry<String, String>> wrong = shares.wrong(question.policy());
        return wrong.isPresent()
                ? new Outcome.Wrong(wrong.get().getKey(), wrong.get().getValue())
                : new Outcome.Done(evaluate(contacts, variations, shares, question.policy()));
    }

    private PolicyEvaluation evaluate(
            Contacts contacts, List<String> variations, PolicyShares shares, CandidatePolicy policy) {
        String id = contacts.definition().campaign().id();
        int version = contacts.definition().campaign().version();
        List<ArmLog.Row> rows = contacts.rows().stream()
                .map(one -> new ArmLog.Row(
                        one.context(), variations.indexOf(one.variation()), one.propensity(), one.reward()))
                .toList();
        boolean learns = policy instanceof CandidatePolicy.Bandit;
        int older = learns ? rows.size() / 2 : 0;
        List<ArmLog.Row> judged = rows.subList(older, rows.size());
        if (judged.isEmpty()) {
            return new PolicyEvaluation(
                    id,
                    version,
                    false,
                    guarded.level().k(),
                    0,
                    0,
                    null,
                    List.of(
                            contacts.noneLeft()
                                    ? "The numbers aren't shown: you have had today's new numbers. Ask again tomorrow (UTC); those that you have seen stay."
                                    : "Too few people who allow analytics and whose time is over so far: their number doesn't stand out of its noise."));
        }
        ArmLog log = new ArmLog(variations.size(), judged);
        OffPolicy estimates = new OffPolicy(log.under(shares.of(policy, rows.subList(0, older))));
        return new PolicyEvaluation(
                id,
                version,
                true,
                guarded.level().k(),
                judged.size(),
                log.mean(),
                estimates,
                PolicyWords.of(estimates, log.mean(), contacts.reward(), learns));
    }
}
