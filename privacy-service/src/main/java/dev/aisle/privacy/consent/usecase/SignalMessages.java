package dev.aisle.privacy.consent.usecase;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.GppSignal;
import dev.aisle.contracts.privacy.v1.TcfSignal;
import dev.aisle.privacy.consent.domain.Signals;

/** What was read in a browser's strings, as the other services get it; they never see the strings. */
final class SignalMessages {
    private SignalMessages() {}

    static void write(Signals signals, ConsentState.Builder state) {
        if (signals.tcf() != null) {
            state.setTcfSignal(TcfSignal.newBuilder().addAllPurposes(signals.tcf()));
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
}
