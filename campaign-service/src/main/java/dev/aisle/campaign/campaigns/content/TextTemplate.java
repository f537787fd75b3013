package dev.aisle.campaign.campaigns.content;

import io.quarkus.qute.Template;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A template that was checked, parsed once and rendered often. */
final class TextTemplate {
    /** Characters that a text may become. */
    public static final int MOST_CHARACTERS = 100_000;

    private final String source;
    private final @Nullable Template template;
    private final Set<String> plainNames;

    /** @param template {@code null} for a text without braces, which is what it is */
    TextTemplate(String source, @Nullable Template template, Set<String> plainNames) {
        this.source = source;
        this.template = template;
        this.plainNames = Set.copyOf(plainNames);
    }

    /**
     * The text.
     *
     * @throws ContentLimitException when it wants more steps than {@link SandboxValues#MOST_STEPS} or more room than {@link
     *     #MOST_CHARACTERS}
     */
    public String render(ContentValues values) {
        if (template == null) {
            return source;
        }
        StringBuilder text = new StringBuilder();
        Throwable failed = template.instance()
                .data(new SandboxValues.Root(values, new SandboxValues.Steps()))
                .consume(part -> {
                    // What a consumer throws may get lost; so it stops taking, and that is said below.
                    if (text.length() <= MOST_CHARACTERS) {
                        text.append(part);
                    }
                })
                .handle((_, failure) -> failure)
                .toCompletableFuture()
                .join();
        if (failed != null) {
            throw limit(failed);
        }
        if (text.length() > MOST_CHARACTERS) {
            throw new ContentLimitException("The text became longer than " + MOST_CHARACTERS + " characters.");
        }
        return text.toString();
    }

    private static RuntimeException limit(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ContentLimitException limit) {
                return limit;
            }
        }
        return new IllegalStateException("A checked template failed", failed);
    }

    /** Values that it writes as they are, though they aren't there and have no fall-back. */
    public Set<String> missing(ContentValues values) {
        return plainNames.stream()
                .filter(name -> values.value(name).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
