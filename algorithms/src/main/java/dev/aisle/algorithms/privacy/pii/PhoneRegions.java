package dev.aisle.algorithms.privacy.pii;

import java.util.List;

/**
 * Whose national way of writing is understood.
 *
 * @param regions ISO 3166-1 alpha-2; numbers with a country code are understood anyway
 */
public record PhoneRegions(List<String> regions) {
    /** Regions in which most web shops sell. */
    public static final PhoneRegions WORLD = new PhoneRegions(List.of(
            "US", "GB", "DE", "FR", "IT", "ES", "NL", "BE", "AT", "CH", "IE", "PT", "SE", "NO", "DK", "FI", "PL", "CZ",
            "HU", "RO", "GR", "TR", "UA", "RU", "IL", "AE", "SA", "EG", "ZA", "NG", "KE", "IN", "PK", "CN", "HK", "TW",
            "JP", "KR", "SG", "MY", "TH", "VN", "ID", "PH", "AU", "NZ", "BR", "MX", "AR", "CL", "CO"));

    public PhoneRegions {
        regions = List.copyOf(regions);
    }
}
