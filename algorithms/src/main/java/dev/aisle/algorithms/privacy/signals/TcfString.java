package dev.aisle.algorithms.privacy.signals;

import com.iab.gpp.encoder.section.TcfEuV2;
import dev.aisle.algorithms.privacy.signals.Reading.Unusable;
import dev.aisle.algorithms.privacy.signals.Reading.Usable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads TC strings, stricter than the library does: only version 2 of the format, no empty segment, each segment once, and the vendors
 * that were disclosed where TCF 2.3 wants them. Padding, which the format doesn't have and some platforms write, is passed over.
 *
 * @see <a href="https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework">IAB Europe TCF 2.3, Consent string and vendor list formats v2</a>
 */
public final class TcfString {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final int VERSION = 2;
    private static final int DISCLOSED_VENDORS = 1;
    private static final int PUBLISHER = 3;
    /** The policy of TCF 2.3. */
    private static final int POLICY_2_3 = 5;
    /** From here on a string without the disclosed vendors is invalid under any policy. */
    private static final Instant TRANSITION_ENDED = Instant.parse("2026-03-01T00:00:00Z");

    private TcfString() {}

    /** Reads a string of any content and length. */
    public static Reading<TcfConsent> read(String text) {
        if (!text.isEmpty() && text.length() <= SignalText.LONGEST) {
            int version = SignalText.firstBits(text, 6);
            if (version >= 0 && version != VERSION) {
                return new Unusable<>("version " + version + " of the format; only " + VERSION + " is in use");
            }
        }
        String unpadded = SignalText.withoutPadding(text);
        String problem = SignalText.problem(unpadded, FORM);
        return problem == null ? decode(unpadded) : new Unusable<>(problem);
    }

    private static Reading<TcfConsent> decode(String text) {
        String[] parts = text.split("\\.", -1);
        Set<Integer> segments = new TreeSet<>();
        for (int i = 1; i < parts.length; i++) {
            int type = SignalText.firstBits(parts[i], 3);
            if (type == 0 || type > PUBLISHER || !segments.add(type)) {
                return new Unusable<>("segment type " + type + " is unknown or there twice");
            }
        }
        try {
            TcfBits.check(parts[0], 0);
            for (int i = 1; i < parts.length; i++) {
                TcfBits.check(parts[i], SignalText.firstBits(parts[i], 3));
            }
            TcfConsent consent = consent(new TcfEuV2(text), segments);
            return consent.disclosedVendors().isEmpty() && needsDisclosedVendors(consent)
                    ? new Unusable<>("without disclosed vendors, which TCF 2.3 makes mandatory")
                    : new Usable<>(consent);
        } catch (RuntimeException e) {
            // The library throws unchecked exceptions of many kinds on bits that don't fit together.
            return new Unusable<>("bits that are no TC string");
        }
    }

    private static boolean needsDisclosedVendors(TcfConsent consent) {
        return consent.origin().policy() >= POLICY_2_3
                || !consent.origin().lastUpdated().isBefore(TRANSITION_ENDED);
    }

    private static TcfConsent consent(TcfEuV2 read, Set<Integer> segments) {
        return new TcfConsent(
                origin(read),
                new TcfConsent.Choices(
                        set(read.getPurposeConsents()),
                        set(read.getPurposeLegitimateInterests()),
                        set(read.getSpecialFeatureOptins()),
                        new TreeSet<>(read.getVendorConsents()),
                        new TreeSet<>(read.getVendorLegitimateInterests())),
                restrictions(read),
                segments.contains(DISCLOSED_VENDORS)
                        ? Optional.of(new TreeSet<>(read.getVendorsDisclosed()))
                        : Optional.empty(),
                segments.contains(PUBLISHER)
                        ? Optional.of(new TcfConsent.PublisherChoices(
                                set(read.getPublisherConsents()), set(read.getPublisherLegitimateInterests())))
                        : Optional.empty());
    }

    private static TcfOrigin origin(TcfEuV2 read) {
        return new TcfOrigin(
                read.getVersion(),
                read.getCreated().toInstant(),
                read.getLastUpdated().toInstant(),
                new TcfOrigin.Platform(
                        read.getCmpId(),
                        read.getCmpVersion(),
                        read.getConsentScreen(),
                        read.getConsentLanguage(),
                        read.getVendorListVersion()),
                read.getPolicyVersion(),
                new TcfOrigin.Publisher(
                        read.getIsServiceSpecific(),
                        read.getUseNonStandardStacks(),
                        read.getPurposeOneTreatment(),
                        read.getPublisherCountryCode()));
    }

    private static List<TcfConsent.Restriction> restrictions(TcfEuV2 read) {
        return read.getPublisherRestrictions().stream()
                .map(restriction -> new TcfConsent.Restriction(
                        restriction.getKey(), restriction.getType(), new TreeSet<>(restriction.getIds())))
                .toList();
    }

    /** Bit 0 is number 1. */
    private static Set<Integer> set(List<Boolean> bits) {
        Set<Integer> numbers = new TreeSet<>();
        for (int i = 0; i < bits.size(); i++) {
            if (bits.get(i)) {
                numbers.add(i + 1);
            }
        }
        return numbers;
    }
}
