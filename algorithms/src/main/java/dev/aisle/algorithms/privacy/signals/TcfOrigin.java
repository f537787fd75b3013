package dev.aisle.algorithms.privacy.signals;

import java.time.Instant;

/**
 * Who made a TC string, when and under which rules.
 *
 * @param version of the format
 * @param created when the string was first made
 * @param lastUpdated when it was last changed
 * @param platform the consent platform that asked
 * @param policy version of the TCF policies
 * @param publisher the site for which was asked
 */
public record TcfOrigin(
        int version, Instant created, Instant lastUpdated, Platform platform, int policy, Publisher publisher) {
    /**
     * The consent platform.
     *
     * @param id its number at IAB Europe
     * @param version its own version
     * @param screen on which of its screens was asked
     * @param language ISO 639-1, upper case
     * @param vendorList version of the global vendor list
     */
    public record Platform(int id, int version, int screen, String language, int vendorList) {}

    /**
     * The publisher.
     *
     * @param serviceSpecific whether the string holds for this site only
     * @param nonStandardTexts whether the texts were its own
     * @param purposeOneTreatment whether purpose 1 was not asked about at all
     * @param country ISO 3166-1, {@code AA} when unknown
     */
    public record Publisher(
            boolean serviceSpecific, boolean nonStandardTexts, boolean purposeOneTreatment, String country) {}
}
