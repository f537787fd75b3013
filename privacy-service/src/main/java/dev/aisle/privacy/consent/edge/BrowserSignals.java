package dev.aisle.privacy.consent.edge;

import dev.aisle.algorithms.privacy.GppSignal;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.algorithms.privacy.signals.GlobalPrivacyControl;
import dev.aisle.algorithms.privacy.signals.GppConsent;
import dev.aisle.algorithms.privacy.signals.GppString;
import dev.aisle.algorithms.privacy.signals.Reading;
import dev.aisle.algorithms.privacy.signals.TcfConsent;
import dev.aisle.algorithms.privacy.signals.TcfString;
import dev.aisle.privacy.consent.domain.Signals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the strings of a browser. One that can't be read changes no status: it counts as a refusal, and is counted. */
@ApplicationScoped
class BrowserSignals {
    private static final String UNUSABLE = "aisle.consent.signals.unusable";

    private final ConsentRules rules;
    private final Counter unusableTcf;
    private final Counter unusableGpp;

    BrowserSignals(ConsentRules rules, MeterRegistry metrics) {
        this.rules = rules;
        this.unusableTcf = counter(metrics, "tcf");
        this.unusableGpp = counter(metrics, "gpp");
    }

    private static Counter counter(MeterRegistry metrics, String format) {
        return Counter.builder(UNUSABLE)
                .description("Signals that couldn't be read and were taken for a refusal")
                .tag("format", format)
                .register(metrics);
    }

    /** What the strings say. A European section of a GPP string counts as a TCF string when there is none beside it. */
    Signals read(@Nullable String tc, @Nullable String gpp) {
        Reading<GppConsent> section = gpp == null ? null : GppString.read(gpp);
        if (section instanceof Reading.Unusable<GppConsent>) {
            unusableGpp.increment();
        }
        Set<Integer> purposes = tc == null ? europeanSection(section) : tcf(tc);
        return new Signals(purposes, section == null ? null : gpp(section));
    }

    private Set<Integer> tcf(String text) {
        return switch (TcfString.read(text)) {
            case Reading.Usable<TcfConsent> usable -> usable.signal().purposes();
            case Reading.Unusable<TcfConsent> unusable -> {
                unusableTcf.increment();
                yield Set.of();
            }
        };
    }

    private static @Nullable Set<Integer> europeanSection(@Nullable Reading<GppConsent> section) {
        return section instanceof Reading.Usable<GppConsent> usable
                ? usable.signal().details().tcf().map(TcfConsent::purposes).orElse(null)
                : null;
    }

    private Signals.Gpp gpp(Reading<GppConsent> reading) {
        return switch (reading) {
            case Reading.Unusable<GppConsent> unusable -> Signals.Gpp.MALFORMED;
            case Reading.Usable<GppConsent> usable -> {
                Map<Purpose, GppSignal> byPurpose = new EnumMap<>(Purpose.class);
                for (Purpose purpose : Purpose.values()) {
                    GppSignal signal = rules.gppSignal(usable.signal(), purpose);
                    if (signal != GppSignal.ABSENT) {
                        byPurpose.put(purpose, signal);
                    }
                }
                yield new Signals.Gpp(
                        false, byPurpose, usable.signal().children().ageBand().orElse(null));
            }
        };
    }

    /** Whether Global Privacy Control is set, in the body or by the request itself; neither takes a signal back that was seen before. */
    static @Nullable Boolean gpc(HttpHeaders headers, @Nullable Boolean stated) {
        return GlobalPrivacyControl.isSet(headers.getRequestHeader(GlobalPrivacyControl.HEADER))
                ? Boolean.TRUE
                : stated;
    }
}
