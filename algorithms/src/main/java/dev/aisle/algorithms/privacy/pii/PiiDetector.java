package dev.aisle.algorithms.privacy.pii;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds and masks what identifies a person. Immutable; safe for many threads. */
public final class PiiDetector {
    private final List<Recogniser> recognisers;

    private PiiDetector(List<Recogniser> recognisers) {
        this.recognisers = recognisers;
    }

    /** A detector of these types, with the regions of {@link PhoneRegions#WORLD} for telephone numbers without a country code. */
    public static PiiDetector of(Set<PiiType> types) {
        return of(types, PhoneRegions.WORLD);
    }

    /** A detector of these types. */
    public static PiiDetector of(Set<PiiType> types, PhoneRegions regions) {
        Set<PiiType> ordered = types.isEmpty() ? EnumSet.noneOf(PiiType.class) : EnumSet.copyOf(types);
        return new PiiDetector(
                ordered.stream().map(type -> recogniser(type, regions)).toList());
    }

    private static Recogniser recogniser(PiiType type, PhoneRegions regions) {
        return switch (type) {
            case EMAIL_ADDRESS -> new EmailRecogniser();
            case IBAN_CODE -> new IbanRecogniser();
            case CREDIT_CARD -> new CardRecogniser();
            case IP_ADDRESS -> new IpRecogniser();
            case PHONE_NUMBER -> new PhoneRecogniser(regions);
            case MAC_ADDRESS -> TechnicalPatterns.macAddress();
            case CRYPTO -> TechnicalPatterns.wallet();
            case URL -> TechnicalPatterns.url();
            case US_SSN -> NationalNumbers.usSsn();
            case UK_NHS -> NationalNumbers.ukNhs();
            case PL_PESEL -> NationalNumbers.plPesel();
            case IT_FISCAL_CODE -> NationalNumbers.itFiscalCode();
            case ES_NIF -> NationalNumbers.esNif();
            case DE_TAX_ID -> NationalNumbers.deTaxId();
            case IN_AADHAAR -> NationalNumbers.inAadhaar();
            case SG_NRIC_FIN -> NationalNumbers.sgNric();
        };
    }

    /** What is found, from left to right; where two finds overlap, the type that stands first in {@link PiiType} counts. */
    public List<PiiSpan> find(String text) {
        PlainText plain = PlainText.of(text);
        Makeup makeup = Makeup.of(plain.text());
        List<PiiSpan> all = List.of();
        for (Recogniser recogniser : recognisers) {
            if (recogniser.isWorthwhile(makeup)) {
                List<PiiSpan> found = new ArrayList<>();
                recogniser.find(plain.text(), found);
                all = all.isEmpty() ? found : merged(all, found);
            }
        }
        return all.isEmpty() ? all : all.stream().map(plain::asTyped).toList();
    }

    private static List<PiiSpan> merged(List<PiiSpan> first, List<PiiSpan> second) {
        List<PiiSpan> all = new ArrayList<>(first);
        second.stream().filter(span -> first.stream().noneMatch(span::overlaps)).forEach(all::add);
        all.sort(Comparator.comparingInt(PiiSpan::start));
        return all;
    }

    /** The text with a placeholder for each find; the same text when there is none. */
    public MaskedText mask(String text) {
        List<PiiSpan> found = find(text);
        if (found.isEmpty()) {
            return new MaskedText(text, found);
        }
        StringBuilder masked = new StringBuilder(text.length());
        int copied = 0;
        for (PiiSpan span : found) {
            masked.append(text, copied, span.start())
                    .append('[')
                    .append(span.type().label())
                    .append(']');
            copied = span.end();
        }
        return new MaskedText(masked.append(text, copied, text.length()).toString(), found);
    }
}
