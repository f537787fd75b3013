package dev.aisle.federate.coordinator;

import dev.aisle.algorithms.federated.Quantiser;
import dev.aisle.contracts.federation.v1.KeysAnswer;
import dev.aisle.contracts.federation.v1.PartnerKeys;
import dev.aisle.contracts.federation.v1.RoundKeys;
import dev.aisle.contracts.federation.v1.Sealed;
import dev.aisle.contracts.federation.v1.SharesAnswer;
import dev.aisle.contracts.federation.v1.SharesRequest;
import dev.aisle.contracts.federation.v1.UnmaskRequest;
import dev.aisle.contracts.federation.v1.UpdateAnswer;
import dev.aisle.federate.RefusedException;
import dev.aisle.federate.TrainingAbortedException;
import dev.aisle.federate.secure.Unmasking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Leads partners through the steps of a round until the sum is there. Below the threshold it ends, and nothing is unmasked. */
final class SecureRound {
    private final RoundSteps steps;
    private final int threshold;
    private final int length;
    private final Duration patience;

    /** @param length of the sum */
    SecureRound(RoundSteps steps, int threshold, int length, Duration patience) {
        this.steps = steps;
        this.threshold = threshold;
        this.length = length;
        this.patience = patience;
    }

    /**
     * What came out.
     *
     * @param numbers of all who stayed together
     * @param stayed whose numbers they are
     * @param answering who waits for the outcome
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, inside this package
    record Sum(double[] numbers, Set<String> stayed, Set<String> answering) {}

    /**
     * Runs.
     *
     * @param partners who is there at its beginning
     * @throws TrainingAbortedException when too few partners stay
     */
    Sum run(Set<String> partners) {
        NavigableMap<String, RoundKeys> keys =
                new TreeMap<>(enough("keys", steps.keys().await(partners, patience)));
        KeysAnswer.Builder all = KeysAnswer.newBuilder();
        keys.forEach((partner, own) ->
                all.addPartners(PartnerKeys.newBuilder().setPartner(partner).setKeys(own)));
        steps.keys().answer(toEach(keys.keySet(), partner -> all.build()));

        Map<String, SharesRequest> shares =
                enough("shares", within(keys.keySet(), steps.shares().await(keys.keySet(), patience)));
        steps.shares().answer(toEach(shares.keySet(), partner -> sharesFor(partner, shares)));

        Map<String, long[]> updates =
                enough("numbers", within(shares.keySet(), steps.update().await(shares.keySet(), patience)));
        UpdateAnswer who = whoStayed(shares.keySet(), updates.keySet());
        long[] sum = new long[length];
        updates.values().forEach(update -> Quantiser.add(sum, update));
        steps.update().answer(toEach(updates.keySet(), partner -> who));

        Map<String, UnmaskRequest> revealed = enough(
                "unmasking shares", within(updates.keySet(), steps.unmask().await(updates.keySet(), patience)));
        unmask(keys, shares.keySet(), updates.keySet(), revealed, sum);
        return new Sum(Quantiser.numbers(sum), updates.keySet(), revealed.keySet());
    }

    private void unmask(
            NavigableMap<String, RoundKeys> keys,
            Set<String> dealt,
            Set<String> stayed,
            Map<String, UnmaskRequest> revealed,
            long[] sum) {
        try {
            new Unmasking(steps.place(), keys, dealt, stayed, threshold).apply(revealed, sum);
        } catch (RefusedException e) {
            throw new TrainingAbortedException(round() + " can't be unmasked: " + e.getMessage());
        }
    }

    private String round() {
        return steps.place().round() == 0
                ? "The census"
                : "Round " + steps.place().round();
    }

    private <M> Map<String, M> enough(String what, Map<String, M> received) {
        if (received.size() < threshold) {
            throw new TrainingAbortedException(
                    "%s was left: %s came from %d partners, %d are needed; nothing of it was unmasked"
                            .formatted(round(), what, received.size(), threshold));
        }
        return received;
    }

    /** Whoever missed a step before is out, even when a later message came. */
    private static <M> Map<String, M> within(Set<String> present, Map<String, M> received) {
        received.keySet().retainAll(present);
        return received;
    }

    private static <A> Map<String, A> toEach(Set<String> partners, Function<String, A> answer) {
        Map<String, A> answers = new HashMap<>();
        partners.forEach(partner -> answers.put(partner, answer.apply(partner)));
        return answers;
    }

    private static SharesAnswer sharesFor(String partner, Map<String, SharesRequest> all) {
        SharesAnswer.Builder answer = SharesAnswer.newBuilder();
        all.forEach((from, request) -> request.getSharesList().stream()
                .filter(share -> share.getPartner().equals(partner))
                .findFirst()
                .ifPresent(share ->
                        answer.addShares(Sealed.newBuilder().setPartner(from).setContent(share.getContent()))));
        return answer.build();
    }

    private static UpdateAnswer whoStayed(Set<String> dealt, Set<String> stayed) {
        return UpdateAnswer.newBuilder()
                .addAllStayed(stayed)
                .addAllLeft(new ArrayList<>(dealt.stream()
                        .filter(partner -> !stayed.contains(partner))
                        .toList()))
                .build();
    }
}
