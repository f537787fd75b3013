package dev.aisle.privacy.consent.verification;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.GppSignal;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.contracts.privacy.v1.PurposeFence;
import dev.aisle.contracts.privacy.v1.TcfSignal;
import java.time.Instant;
import java.util.Comparator;

/**
 * States of the topic in the one form in which equal states are equal messages, fields that nobody knows included: what is repeated stands in
 * order, and times are in microseconds, as the database rounds them. Left out are the keys, the strings that are no longer written, and what only
 * orders states.
 */
final class ComparableState {
    private static final int NANOS_PER_MICRO = 1_000;
    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private ComparableState() {}

    /** Returns all of a state. A legal hold that is over counts as none, since nobody is told when it ends. */
    static ConsentState whole(ConsentState state, Instant now) {
        ConsentState.Builder whole = state.toBuilder()
                .clearPayloadKeys()
                .clearTcf()
                .clearGpp()
                .clearEpoch()
                .clearRevision();
        sort(whole, state);
        if (state.hasChangedAt()) {
            whole.setChangedAt(rounded(state.getChangedAt()));
        }
        if (state.hasHeldUntil()) {
            whole.setHeldUntil(rounded(state.getHeldUntil()));
            if (state.getHeldUntil().getSeconds() <= now.getEpochSecond()) {
                whole.clearHeldUntil();
            }
        }
        return whole.build();
    }

    /** Returns what the person's words and circumstances make of a state: the same whenever its version was told. */
    static ConsentState said(ConsentState state, Instant now) {
        return whole(state, now).toBuilder()
                .clearFences()
                .clearSuppressed()
                .clearHeldUntil()
                .build();
    }

    private static void sort(ConsentState.Builder whole, ConsentState state) {
        whole.clearDecisions()
                .addAllDecisions(state.getDecisionsList().stream()
                        .map(ComparableState::rounded)
                        .sorted(Comparator.comparingInt(PurposeDecision::getPurposeValue))
                        .toList());
        whole.clearFences()
                .addAllFences(state.getFencesList().stream()
                        .map(ComparableState::rounded)
                        .sorted(Comparator.comparingInt(PurposeFence::getPurposeValue))
                        .toList());
        whole.clearEarlierJurisdictions()
                .addAllEarlierJurisdictions(
                        state.getEarlierJurisdictionsList().stream().sorted().toList());
        if (state.hasTcfSignal()) {
            whole.setTcfSignal(sorted(state.getTcfSignal()));
        }
        if (state.hasGppSignal()) {
            whole.setGppSignal(sorted(state.getGppSignal()));
        }
    }

    private static TcfSignal sorted(TcfSignal tcf) {
        return tcf.toBuilder()
                .clearPurposes()
                .addAllPurposes(tcf.getPurposesList().stream().sorted().toList())
                .setExpiresAt(tcf.getExpiresAt())
                .build();
    }

    private static GppSignal sorted(GppSignal gpp) {
        return gpp.toBuilder()
                .clearOptedOut()
                .addAllOptedOutValue(
                        gpp.getOptedOutValueList().stream().sorted().toList())
                .clearNotOptedOut()
                .addAllNotOptedOutValue(
                        gpp.getNotOptedOutValueList().stream().sorted().toList())
                .build();
    }

    private static PurposeDecision rounded(PurposeDecision decision) {
        PurposeDecision.Builder rounded = decision.toBuilder();
        if (decision.hasDecidedAt()) {
            rounded.setDecidedAt(rounded(decision.getDecidedAt()));
        }
        if (decision.hasExpiresAt()) {
            rounded.setExpiresAt(rounded(decision.getExpiresAt()));
        }
        return rounded.build();
    }

    private static PurposeFence rounded(PurposeFence fence) {
        return fence.hasRefusedSince()
                ? fence.toBuilder()
                        .setRefusedSince(rounded(fence.getRefusedSince()))
                        .build()
                : fence;
    }

    private static Timestamp rounded(Timestamp at) {
        int nanos = (at.getNanos() + NANOS_PER_MICRO / 2) / NANOS_PER_MICRO * NANOS_PER_MICRO;
        return Timestamp.newBuilder()
                .setSeconds(at.getSeconds() + nanos / NANOS_PER_SECOND)
                .setNanos(nanos % NANOS_PER_SECOND)
                .build();
    }
}
