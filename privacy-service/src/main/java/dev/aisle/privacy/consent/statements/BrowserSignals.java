package dev.aisle.privacy.consent.statements;

import dev.aisle.algorithms.privacy.GppSignal;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.algorithms.privacy.signals.GlobalPrivacyControl;
import dev.aisle.algorithms.privacy.signals.GppConsent;
import dev.aisle.algorithms.privacy.signals.GppString;
import dev.aisle.algorithms.privacy.signals.Reading;
import dev.aisle.algorithms.privacy.signals.TcfConsent;
import dev.aisle.algorithms.privacy.signals.TcfString;
import dev.aisle.privacy.consent.versions.Signals;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Reads the strings of a browser. One that can't be read changes no status: it counts as a refusal, and is counted. */
@ApplicationScoped
public class BrowserSignals {
    private static final String UNUSABLE = "aisle.consent.signals.unusable";

    private final ConsentRules rules;
    private final OptionalInt vendor;
    private final Counter unusableTcf;
    private final Counter unusableGpp;

    /**
     * A reader.
     *
     * @param vendor the shop's number on the Global Vendor List; empty: its strings must have the segment of the publisher
     */
    BrowserSignals(
            ConsentRules rules,
            MeterRegistry metrics,
            @ConfigProperty(name = "aisle.consent.tcf.vendor-id") OptionalInt vendor) {
        this.rules = rules;
        this.vendor = vendor;
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
        Signals.Tcf tcf = tc == null ? europeanSection(section) : tcf(tc);
        return new Signals(tcf, section == null ? null : gpp(section));
    }

    private Signals.Tcf tcf(String text) {
        return switch (TcfString.read(text)) {
            case Reading.Usable<TcfConsent> usable -> tcf(usable.signal());
            case Reading.Unusable<TcfConsent> unusable -> refused();
        };
    }

    private Signals.Tcf tcf(TcfConsent consent) {
        return consent.problemAt(Instant.now()).isPresent()
                ? refused()
                : new Signals.Tcf(consent.purposesFor(vendor), consent.validUntil());
    }

    private Signals.Tcf refused() {
        unusableTcf.increment();
        return Signals.Tcf.REFUSED;
    }

    private Signals.@Nullable Tcf europeanSection(@Nullable Reading<GppConsent> section) {
        return section instanceof Reading.Usable<GppConsent> usable
                ? usable.signal().details().tcf().map(this::tcf).orElse(null)
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

    /** Whether Global Privacy Control is set, as below or inside a GPP string: there it stays as well when the next string doesn't have it. */
    static @Nullable Boolean gpc(HttpHeaders headers, @Nullable Boolean stated, @Nullable String gpp) {
        boolean embedded = gpp != null
                && GppString.read(gpp) instanceof Reading.Usable<GppConsent> usable
                && usable.signal().gpc();
        return embedded ? Boolean.TRUE : gpc(headers, stated);
    }

    /** Whether Global Privacy Control is set, in the body or by the request itself; neither takes a signal back that was seen before. */
    public static @Nullable Boolean gpc(HttpHeaders headers, @Nullable Boolean stated) {
        return GlobalPrivacyControl.isSet(headers.getRequestHeader(GlobalPrivacyControl.HEADER))
                ? Boolean.TRUE
                : stated;
    }
}
