package dev.aisle.platform.console;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ends the session of somebody who did nothing for a while. When they did something last stands in a cookie, signed so that nobody makes one up; the page's
 * script reads it to warn in time. What a page asks by itself doesn't count: its script marks that.
 */
@Singleton
class SessionClock {
    /** {@code SECONDS.SIGNATURE}: when something was done last, since 1970. */
    static final String COOKIE = "aisle_seen";
    /** On a request that nobody's hand caused. */
    static final String BACKGROUND = "Aisle-Background";

    private static final String SESSION = "q_session";
    private static final String SIGNED_IN = Area.ROOT + "/signed-in";
    private static final String ALGORITHM = "HmacSHA256";
    /** Some clients send a cookie's value in quotes, as RFC 6265 lets them. */
    private static final Pattern MARK = Pattern.compile("(\"?)(\\d{1,12})\\.([A-Za-z0-9_-]{43})\\1");

    private final Duration idle;
    private final SecretKeySpec key;

    SessionClock(ConsoleConfig config) {
        this.idle = config.sessionIdle();
        // Not the key that the sessions themselves are encrypted with.
        this.key = new SecretKeySpec(
                hmac(
                        new SecretKeySpec(config.sessionSecret().getBytes(StandardCharsets.UTF_8), ALGORITHM),
                        "aisle console session clock"),
                ALGORITHM);
    }

    /** What becomes of a session. */
    enum Verdict {
        /** There is none. */
        NONE,
        /** It goes on, and something was done now. */
        RENEWED,
        /** It goes on. */
        AS_IT_WAS,
        ENDED
    }

    /** What becomes of the session of a request with these cookies. */
    Verdict judge(String cookies, boolean background, Instant now) {
        if (named(cookies, SESSION).isEmpty()) {
            return Verdict.NONE;
        }
        boolean held = named(cookies, COOKIE).stream()
                .map(cookie -> cookie.substring(cookie.indexOf('=') + 1))
                .anyMatch(mark -> holds(mark, now));
        return !held ? Verdict.ENDED : background ? Verdict.AS_IT_WAS : Verdict.RENEWED;
    }

    private boolean holds(String mark, Instant now) {
        Matcher parts = MARK.matcher(mark);
        if (!parts.matches()) {
            return false;
        }
        String seconds = Objects.requireNonNull(parts.group(2));
        boolean own = MessageDigest.isEqual(
                signature(seconds).getBytes(StandardCharsets.US_ASCII),
                Objects.requireNonNull(parts.group(3)).getBytes(StandardCharsets.US_ASCII));
        return own
                && now.isBefore(Instant.ofEpochSecond(Long.parseLong(seconds)).plus(idle));
    }

    /** The value of the cookie for something done at a moment. */
    String mark(Instant at) {
        String seconds = Long.toString(at.getEpochSecond());
        return seconds + "." + signature(seconds);
    }

    private String signature(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(key, text));
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    /** Before anybody asks who it is: lets no session through that has ended, and notes that something was done. */
    void watch(RoutingContext context) {
        MultiMap asked = context.request().headers();
        String cookies = String.join("; ", asked.getAll(HttpHeaders.COOKIE));
        Instant now = Instant.now();
        Verdict verdict = judge(cookies, asked.contains(BACKGROUND), now);
        List<String> ended = verdict == Verdict.ENDED ? named(cookies, SESSION) : List.of();
        if (verdict == Verdict.ENDED) {
            asked.set(HttpHeaders.COOKIE, without(cookies, SESSION));
        }
        boolean begins = context.normalizedPath().equals(SIGNED_IN);
        String secure = "https".equals(context.request().scheme()) ? "; Secure" : "";
        context.addHeadersEndHandler(_ -> {
            MultiMap answer = context.response().headers();
            ended.stream()
                    .map(cookie -> cookie.substring(0, cookie.indexOf('=') + 1))
                    .forEach(name ->
                            answer.add(HttpHeaders.SET_COOKIE, name + "; Path=" + Area.ROOT + "; Max-Age=0; HttpOnly"));
            if (verdict == Verdict.RENEWED || (begins && beginsSession(context))) {
                // The page's script reads it.
                answer.add(
                        HttpHeaders.SET_COOKIE,
                        COOKIE + "=" + mark(now) + "; Path=" + Area.ROOT + "; Max-Age=" + idle.toSeconds()
                                + "; SameSite=Lax" + secure);
            }
        });
    }

    /** Cookies of the answer become headers only after this; until then they stand beside those of the request. */
    private static boolean beginsSession(RoutingContext context) {
        return context.request().cookies().stream()
                .anyMatch(cookie -> cookie.getName().startsWith(SESSION)
                        && !cookie.getValue().isEmpty()
                        && cookie.getMaxAge() != 0);
    }

    /** Those of the cookies whose names begin so, {@code name=value}. */
    private static List<String> named(String cookies, String prefix) {
        return each(cookies).stream()
                .filter(cookie -> cookie.startsWith(prefix) && cookie.indexOf('=') > 0)
                .toList();
    }

    private static String without(String cookies, String prefix) {
        return String.join(
                "; ",
                each(cookies).stream()
                        .filter(cookie -> !cookie.startsWith(prefix))
                        .toList());
    }

    private static List<String> each(String cookies) {
        return Arrays.stream(cookies.split(";", -1)).map(String::strip).toList();
    }
}
