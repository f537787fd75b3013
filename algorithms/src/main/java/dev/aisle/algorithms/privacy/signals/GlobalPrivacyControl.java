package dev.aisle.algorithms.privacy.signals;

import java.util.List;

/**
 * The header {@code Sec-GPC}. Two headers that something on the way joined to {@code 1, 1} are no signal: the specification wants a value
 * that is exactly one character.
 *
 * @see <a href="https://www.w3.org/TR/gpc/#the-sec-gpc-header-field-for-http-requests">W3C Global Privacy Control, 3.3</a>
 */
public final class GlobalPrivacyControl {
    /** The name of the header. */
    public static final String HEADER = "Sec-GPC";

    private GlobalPrivacyControl() {}

    /** Whether one of the header's values, without the white space around it that HTTP removes, is exactly {@code 1}. */
    public static boolean isSet(List<String> values) {
        return values.contains("1");
    }
}
