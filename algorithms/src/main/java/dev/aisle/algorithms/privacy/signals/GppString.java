package dev.aisle.algorithms.privacy.signals;

import com.iab.gpp.encoder.GppModel;
import dev.aisle.algorithms.privacy.signals.Reading.Unusable;
import dev.aisle.algorithms.privacy.signals.Reading.Usable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads GPP strings: the opt-outs of its sections for the United States, the embedded Global Privacy Control, and the TC string of its
 * European section by the same rules as one that comes alone. One section that can't be read makes the whole string unusable.
 *
 * @see <a href="https://github.com/InteractiveAdvertisingBureau/Global-Privacy-Platform">IAB Tech Lab, Global Privacy Platform, Consent string specification</a>
 */
public final class GppString {
    /** USPrivacy strings know {@code -} and sections are parted by {@code ~}. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.-]+(~[A-Za-z0-9_.-]+)*");

    private static final int TCF_EU = 2;
    private static final int FIRST_US = 6;

    private GppString() {}

    /** Reads a string of any content and length. */
    public static Reading<GppConsent> read(String text) {
        String unpadded = SignalText.withoutPadding(text);
        String problem = SignalText.problem(unpadded, FORM);
        if (problem != null) {
            return new Unusable<>(problem);
        }
        try {
            return decode(unpadded);
        } catch (RuntimeException e) {
            // The library throws its own exceptions and ArrayIndexOutOfBoundsException alike.
            return new Unusable<>("bits that are no GPP string");
        }
    }

    private static Reading<GppConsent> decode(String text) {
        GppModel model = new GppModel(text);
        List<Integer> ids = List.copyOf(model.getSectionIds());
        String[] parts = text.split("~", -1);
        if (parts.length != ids.size() + 1) {
            return new Unusable<>("the header names " + ids.size() + " sections, there are " + (parts.length - 1));
        }
        GppConsent.Builder consent = new GppConsent.Builder(ids);
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i) == TCF_EU) {
                Optional<String> refused = readTcf(parts[i + 1], consent);
                if (refused.isPresent()) {
                    return new Unusable<>("section " + TCF_EU + ": " + refused.get());
                }
            } else if (ids.get(i) >= FIRST_US) {
                UsSections.read(model, ids.get(i), consent);
            }
        }
        return new Usable<>(consent.build());
    }

    private static Optional<String> readTcf(String section, GppConsent.Builder into) {
        return switch (TcfString.read(section)) {
            case Usable<TcfConsent> usable -> {
                into.tcf(usable.signal());
                yield Optional.empty();
            }
            case Unusable<TcfConsent> unusable -> Optional.of(unusable.reason());
        };
    }
}
