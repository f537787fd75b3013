package dev.aisle.privacy.consent.topic;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.GppSignal;
import dev.aisle.contracts.privacy.v1.TcfSignal;
import dev.aisle.privacy.consent.versions.Signals;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** What was read in a browser's strings, as the other services get it; they never see the strings. */
final class SignalMessages {
    private SignalMessages() {}

    static void write(Signals signals, ConsentState.Builder state) {
        if (signals.tcf() != null) {
            state.setTcfSignal(TcfSignal.newBuilder()
                    .addAllPurposes(signals.tcf().purposes())
                    .setExpiresAt(Timestamp.newBuilder()
                            .setSeconds(signals.tcf().until().getEpochSecond())));
        }
        if (signals.gpp() != null) {
            state.setGppSignal(gpp(signals.gpp()));
        }
    }

    private static GppSignal gpp(Signals.Gpp gpp) {
        GppSignal.Builder signal = GppSignal.newBuilder().setMalformed(gpp.malformed());
        gpp.byPurpose().forEach((purpose, said) -> {
            Purpose told = Purpose.valueOf(purpose.name());
            switch (said) {
                case OPTED_OUT, MALFORMED -> signal.addOptedOut(told);
                case NOT_OPTED_OUT -> signal.addNotOptedOut(told);
                case ABSENT -> {}
            }
        });
        return signal.build();
    }

    /** Back again; the age that a GPP string told stands in the state's own age band. */
    static Signals read(ConsentState state) {
        return new Signals(
                state.hasTcfSignal() ? tcf(state.getTcfSignal()) : null,
                state.hasGppSignal() ? gpp(state.getGppSignal()) : null);
    }

    private static Signals.Tcf tcf(TcfSignal signal) {
        return new Signals.Tcf(
                new TreeSet<>(signal.getPurposesList()),
                Instant.ofEpochSecond(signal.getExpiresAt().getSeconds()));
    }

    private static Signals.Gpp gpp(GppSignal signal) {
        if (signal.getMalformed()) {
            return Signals.Gpp.MALFORMED;
        }
        Map<dev.aisle.algorithms.privacy.Purpose, dev.aisle.algorithms.privacy.GppSignal> said =
                new EnumMap<>(dev.aisle.algorithms.privacy.Purpose.class);
        put(signal.getNotOptedOutList(), dev.aisle.algorithms.privacy.GppSignal.NOT_OPTED_OUT, said);
        put(signal.getOptedOutList(), dev.aisle.algorithms.privacy.GppSignal.OPTED_OUT, said);
        return new Signals.Gpp(false, said, null);
    }

    private static void put(
            List<Purpose> purposes,
            dev.aisle.algorithms.privacy.GppSignal signal,
            Map<dev.aisle.algorithms.privacy.Purpose, dev.aisle.algorithms.privacy.GppSignal> said) {
        purposes.forEach(told -> dev.aisle.algorithms.privacy.Purpose.ofWireName(
                        told.name().toLowerCase(Locale.ROOT))
                .ifPresent(purpose -> said.put(purpose, signal)));
    }
}
