package dev.aisle.algorithms.privacy.pii;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Network addresses of both versions, with their zone or the length of their prefix; the JDK knows the forms (RFC 4291). */
final class IpRecogniser implements Recogniser {
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern V4 =
            Pattern.compile("(?<![\\w.])" + OCTET + "(?:\\." + OCTET + "){3}(?!\\w)(?:/(?:3[0-2]|[12]?\\d)(?!\\d))?");
    private static final Pattern ZONE = Pattern.compile("%[A-Za-z0-9._-]{1,20}");
    private static final Pattern V6_PREFIX = Pattern.compile("/(?:12[0-8]|1[01]\\d|\\d{1,2})(?!\\d)");
    private static final int LONGEST_V6 = 45;
    private static final int SHORTEST_V4 = 7;
    private static final int LONGEST_V4_PREFIX = 4;

    @Override
    public boolean isWorthwhile(Makeup makeup) {
        return makeup.colons() >= 2 || (makeup.dots() >= 3 && makeup.digits() >= 4);
    }

    @Override
    public void find(String text, List<PiiSpan> found) {
        Matcher v4 = V4.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!isInAddress(text.charAt(at))) {
                at++;
                continue;
            }
            int end = at;
            while (end < text.length() && isInAddress(text.charAt(end))) {
                end++;
            }
            at = Math.max(end, findIn(text, at, end, v4, found));
        }
    }

    /** Looks at one stretch of hexadecimal digits, colons and full stops; where the search goes on. */
    private static int findIn(String text, int from, int to, Matcher v4, List<PiiSpan> found) {
        int start = from;
        int end = to;
        while (end > start && text.charAt(end - 1) == '.') {
            end--;
        }
        if (text.startsWith(":", start) && !text.startsWith("::", start)) {
            start++;
        }
        boolean alone = Characters.beginsWord(text, from) && Characters.endsWord(text, to);
        if (alone && isV6(text.substring(start, end))) {
            int behind = endOf(V6_PREFIX, text, endOf(ZONE, text, end));
            found.add(new PiiSpan(PiiType.IP_ADDRESS, start, behind));
            return behind;
        }
        // No further than this stretch and the length of a prefix behind it: a long text has many stretches.
        int bound = Math.min(text.length(), to + LONGEST_V4_PREFIX);
        if (to - from >= SHORTEST_V4
                && v4.region(from, bound).useTransparentBounds(true).find()
                && v4.start() < to) {
            found.add(new PiiSpan(PiiType.IP_ADDRESS, v4.start(), v4.end()));
            return v4.end();
        }
        return to;
    }

    private static int endOf(Pattern pattern, String text, int from) {
        Matcher matcher = pattern.matcher(text).region(from, text.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? matcher.end() : from;
    }

    private static boolean isInAddress(char c) {
        return c == ':' || c == '.' || Characters.isHex(c);
    }

    /** At least two colons, and a digit unless it is the unspecified address: "Bead::Cafe" is somebody's title. */
    private static boolean isV6(String text) {
        int colon = text.indexOf(':');
        boolean written = colon >= 0
                && text.indexOf(':', colon + 1) > 0
                && text.length() <= LONGEST_V6
                && (text.equals("::") || text.chars().anyMatch(Character::isDigit));
        try {
            return written && InetAddress.ofLiteral(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
