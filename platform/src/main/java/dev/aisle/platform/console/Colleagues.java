package dev.aisle.platform.console;

import dev.aisle.contracts.Keeps;
import io.quarkus.qute.TemplateExtension;
import java.security.Principal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * How people who work here are called: {@code {who:named(deed.actor)}}. Records hold the subject of a token, which many issuers make a number. The names come from
 * the tokens of those who have opened a page of this process and are kept in its memory only; who hasn't is shown by the subject.
 */
@TemplateExtension(namespace = "who")
@Keeps(ofNobody = "names of the shop's own staff")
public final class Colleagues {
    private static final int MOST = 1_000;
    private static final int LONGEST = 120;

    private static final Map<String, String> NAMES =
            Collections.synchronizedMap(new LinkedHashMap<String, String>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > MOST;
                }
            });

    private Colleagues() {}

    /** Somebody opens a page. */
    static void met(Principal somebody) {
        if (somebody instanceof JsonWebToken token && token.getSubject() != null) {
            String name = token.getClaim("name");
            String called = name == null || name.isBlank() ? token.getClaim("preferred_username") : name;
            if (called != null && !called.isBlank() && called.length() <= LONGEST) {
                NAMES.put(token.getSubject(), called);
            }
        }
    }

    /** The name of whoever has this subject; the subject itself where nobody knows it. */
    public static String named(@Nullable Object subject) {
        String text = subject == null ? "" : subject.toString();
        return NAMES.getOrDefault(text, text);
    }
}
