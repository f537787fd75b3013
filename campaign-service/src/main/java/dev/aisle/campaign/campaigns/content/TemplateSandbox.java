package dev.aisle.campaign.campaigns.content;

import io.quarkus.qute.Engine;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.LoopSectionHelper;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.ValueResolvers;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Qute with almost everything taken out: {@code {#if}}, {@code {#for}} over the items, {@code ?:} and the values. No includes, no beans, no
 * methods, no reflection. What a template could do wrong is found when it is saved, so that a rendering always ends.
 */
@Singleton
public final class TemplateSandbox {
    private static final int MOST_SECTIONS = 50;
    private static final int LONGEST_EXPRESSION = 200;
    /** Where the parser begins an expression or a section: a brace that no blank follows. */
    private static final Pattern OPENING = Pattern.compile("\\{(?=[^\\s{}\"|!])");

    private static final Pattern SECTION = Pattern.compile("\\{#");

    private final Engine text = base().addResultMapper(new Plain()).build();
    private final Engine html = base().addResultMapper(new Escaped()).build();

    private static EngineBuilder base() {
        return Engine.builder()
                .strictRendering(false)
                .removeStandaloneLines(true)
                .addSectionHelpers(new IfSectionHelper.Factory(), new LoopSectionHelper.Factory())
                .addValueResolvers(
                        new SandboxValues(),
                        ValueResolvers.mapperResolver(),
                        ValueResolvers.orResolver(),
                        ValueResolvers.trueResolver(),
                        ValueResolvers.logicalAndResolver(),
                        ValueResolvers.logicalOrResolver());
    }

    /** What a check came to. */
    public sealed interface Checked {
        /** It can be rendered. */
        record Good(TextTemplate template) implements Checked {}

        /** It is refused. */
        record Bad(TemplateProblem problem) implements Checked {}
    }

    /** Looks at a template. In HTML, values are escaped. */
    public Checked check(String source, boolean isHtml) {
        if (source.indexOf('{') < 0) {
            return new Checked.Good(new TextTemplate(source, null, Set.of()));
        }
        try {
            bound(source);
            Template template = (isHtml ? html : text).parse(source);
            TemplateChecks checks = new TemplateChecks();
            checks.check(template);
            return new Checked.Good(new TextTemplate(source, template, checks.plainNames()));
        } catch (RefusedTemplateException e) {
            return new Checked.Bad(e.problem());
        } catch (TemplateException e) {
            return new Checked.Bad(unreadable(e));
        }
    }

    /** Before the parser sees it: what would make it work for long. */
    private static void bound(String source) {
        if (SECTION.matcher(source).results().count() > MOST_SECTIONS) {
            throw new RefusedTemplateException(
                    1, "A template has at most " + MOST_SECTIONS + " sections.", "Write fewer of {#if} and {#for}.");
        }
        Matcher opening = OPENING.matcher(source);
        while (opening.find()) {
            int end = source.indexOf('}', opening.start());
            if (end < 0 || end - opening.start() > LONGEST_EXPRESSION) {
                throw new RefusedTemplateException(
                        line(source, opening.start()),
                        end < 0
                                ? "A brace isn't closed."
                                : "An expression is longer than " + LONGEST_EXPRESSION + " characters.",
                        "Close it; a brace that is only text (as in CSS) has a blank behind it: { color: red }.");
            }
        }
    }

    private static int line(String source, int offset) {
        return 1
                + (int) source.substring(0, offset)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static TemplateProblem unreadable(TemplateException e) {
        int line = e.getOrigin() == null ? 1 : Math.max(1, e.getOrigin().getLine());
        String code = e.getCode() == null ? "" : e.getCode().getName();
        if (code.contains("NO_SECTION_HELPER_FOUND")) {
            return new TemplateProblem(
                    line,
                    "Templates know the sections {#if} and {#for} only; they include nothing and reach nothing outside.",
                    "Write the text here, or take the section out.");
        }
        return new TemplateProblem(
                line,
                "The template can't be read.",
                "Look for a section that isn't closed ({#if}…{/if}), or a quote that isn't.");
    }

    /** In a text everything is what it is. */
    private static final class Plain implements ResultMapper {
        @Override
        public String map(Object result, Expression expression) {
            return result.toString();
        }
    }

    /** In HTML a value is never markup. */
    private static final class Escaped implements ResultMapper {
        private final HtmlEscaper escaper = new HtmlEscaper(List.of());

        @Override
        public boolean appliesTo(Origin origin, Object result) {
            return true;
        }

        @Override
        public String map(Object result, Expression expression) {
            return escaper.map(result, expression);
        }
    }
}
