package dev.aisle.platform.console;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around a page shows.
 *
 * @param title the page's name
 * @param language in which the page is
 * @param theme {@code light}, {@code dark} or {@code auto}
 * @param links the areas that the person may see
 * @param roles that the person has: which links a page offers
 * @param person who is signed in; null for nobody
 * @param path where the page is, with its query: the way back after a change of language
 * @param assets the version of style and script, so that a browser keeps them as long as they are the same
 * @param idleSeconds how long somebody who does nothing stays signed in; 0 for nobody
 * @param nowSeconds what the time is here, since 1970
 * @param banner what was done just now; null for nothing
 */
public record Frame(
        String title,
        Language language,
        String theme,
        List<Link> links,
        Set<String> roles,
        @Nullable String person,
        String path,
        String assets,
        long idleSeconds,
        long nowSeconds,
        @Nullable String banner) {
    /** An area in the navigation. */
    public record Link(String label, String address, boolean current) {}

    /** Whether the person has a role: {@code {#if frame.may('marketer')}}. */
    public boolean may(String role) {
        return roles.contains(role);
    }

    /** The other languages. */
    public List<Language> others() {
        return Arrays.stream(Language.values())
                .filter(other -> other != language)
                .toList();
    }
}
