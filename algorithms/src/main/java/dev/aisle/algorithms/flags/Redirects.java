package dev.aisle.algorithms.flags;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Experiments of GrowthBook's specification that send a part of a page's visitors to another address. */
public final class Redirects {
    private static final Pattern AND = Pattern.compile("&");
    private static final Pattern SLASHES_AT_THE_ENDS = Pattern.compile("^/+|/+$");
    /** Stands for {@code *} while an address is taken apart. */
    private static final String ANYTHING = "_____";

    private Redirects() {}

    /**
     * Where a visitor goes.
     *
     * @param variation of the experiment that decided
     * @param address as the variation names it
     * @param whole the same with the parameters of the page's address, where the experiment keeps them
     */
    public record Redirect(Assignment variation, String address, String whole) {}

    /**
     * The redirect of the first experiment that is for this page and gives the unit a variation with an address.
     *
     * @param experiments in GrowthBook's form, in their order
     * @param url of the page
     */
    public static Optional<Redirect> of(Flags flags, List<Map<String, Object>> experiments, String url) {
        for (Map<String, Object> one : experiments) {
            Fields experiment = Fields.of(one);
            if (isFor(experiment, url)) {
                Assignment variation = flags.run(one);
                String address =
                        variation.inExperiment() ? Fields.of(variation.value()).text("urlRedirect", "") : "";
                if (!address.isEmpty()) {
                    return Optional.of(new Redirect(
                            variation,
                            address,
                            experiment.flag("persistQueryString") ? withParameters(address, url) : address));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isFor(Fields experiment, String url) {
        List<Fields> patterns =
                experiment.list("urlPatterns").stream().map(Fields::of).toList();
        boolean included = patterns.stream().noneMatch(Redirects::includes)
                || patterns.stream().anyMatch(pattern -> includes(pattern) && matches(pattern, url));
        return included && patterns.stream().noneMatch(pattern -> !includes(pattern) && matches(pattern, url));
    }

    private static boolean includes(Fields pattern) {
        return !pattern.has("include") || pattern.flag("include");
    }

    private static boolean matches(Fields target, String url) {
        String pattern = target.text("pattern", "");
        try {
            URI page = URI.create(url);
            return "regex".equals(target.text("type"))
                    ? Pattern.compile(pattern).matcher(url).find()
                    : matches(URI.create(pattern.replace("*", ANYTHING)), page);
        } catch (IllegalArgumentException e) {
            // Neither an address nor an expression: it is for no page.
            return false;
        }
    }

    private static boolean matches(URI pattern, URI page) {
        Map<String, String> asked = parameters(page.getRawQuery());
        return (pattern.getHost() == null || like(pattern.getAuthority(), page.getAuthority()))
                && like(trimmed(pattern.getPath()), trimmed(page.getPath()))
                && (pattern.getFragment() == null || like(pattern.getFragment(), page.getFragment()))
                && parameters(pattern.getRawQuery()).entrySet().stream()
                        .allMatch(one -> like(one.getValue(), asked.get(one.getKey())));
    }

    private static String trimmed(@Nullable String path) {
        return SLASHES_AT_THE_ENDS.matcher(path == null ? "" : path).replaceAll("");
    }

    private static boolean like(@Nullable String pattern, @Nullable String text) {
        String expression = Pattern.quote(pattern == null ? "" : pattern).replace(ANYTHING, "\\E.*\\Q");
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE)
                .matcher(text == null ? "" : text)
                .matches();
    }

    /** Those of the page that the address doesn't set itself come after its own. */
    private static String withParameters(String address, String url) {
        int mark = address.indexOf('?');
        Map<String, String> own = parameters(mark < 0 ? null : address.substring(mark + 1));
        String others = parameters(URI.create(url).getRawQuery()).entrySet().stream()
                .filter(one -> !own.containsKey(one.getKey()))
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&"));
        return others.isEmpty() ? address : address + (mark < 0 ? "?" : "&") + others;
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : AND.splitAsStream(query).toList()) {
                int equals = pair.indexOf('=');
                parameters.put(
                        equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
            }
        }
        return parameters;
    }
}
