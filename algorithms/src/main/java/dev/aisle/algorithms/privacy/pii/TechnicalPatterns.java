package dev.aisle.algorithms.privacy.pii;

import java.util.Locale;
import org.apache.commons.validator.routines.DomainValidator;

/** Addresses of machines and wallets. */
final class TechnicalPatterns {
    private static final String HEX_PAIR = "[0-9A-Fa-f]{2}";

    private TechnicalPatterns() {}

    /** EUI-48, as Unix, Windows and Cisco write it; not all zeros and not the broadcast address. */
    static Recogniser macAddress() {
        return new PatternRecogniser(
                PiiType.MAC_ADDRESS,
                makeup -> makeup.colons() >= 5 || makeup.hyphens() >= 5 || makeup.dots() >= 2,
                HEX_PAIR + "([:-])(?:" + HEX_PAIR + "\\1){4}" + HEX_PAIR + "|(?:[0-9A-Fa-f]{4}\\.){2}[0-9A-Fa-f]{4}",
                mac -> {
                    String digits = mac.replaceAll("[:.-]", "").toUpperCase(Locale.ROOT);
                    return !digits.equals("000000000000") && !digits.equals("FFFFFFFFFFFF");
                });
    }

    /** Bitcoin addresses. */
    static Recogniser wallet() {
        return new PatternRecogniser(
                PiiType.CRYPTO,
                makeup -> makeup.word() >= 26,
                "bc1[ac-hj-np-z02-9]{8,87}|[13][a-km-zA-HJ-NP-Z1-9]{25,34}",
                WalletChecks::isValid);
    }

    /** Web addresses: with a scheme, or a name whose ending is registered. */
    static Recogniser url() {
        DomainValidator domains = DomainValidator.getInstance();
        return new PatternRecogniser(
                PiiType.URL,
                makeup -> makeup.dots() >= 1,
                "(?:https?://)?(?:[\\p{L}0-9](?:[\\p{L}0-9-]{0,61}[\\p{L}0-9])?\\.){1,8}[\\p{L}]{2,63}"
                        + "(?::\\d{1,5})?(?:/[\\w./?%&=~#+!$,;:@*()\\[\\]-]*)?",
                url -> {
                    String host = url.replaceFirst("^https?://", "").replaceFirst("[:/].*$", "");
                    // "www.microsoft" is no name below an ending that exists, though the ending does.
                    return domains.isValid(host) && (!host.startsWith("www.") || host.indexOf('.', 4) > 0);
                });
    }
}
