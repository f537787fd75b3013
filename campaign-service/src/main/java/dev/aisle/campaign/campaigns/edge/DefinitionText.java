package dev.aisle.campaign.campaigns.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.platform.problem.ByteOrderMark;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Definitions as they are written: JSON, or YAML that means the same. */
@Singleton
public class DefinitionText {
    /** What YAML is called on the wire. */
    public static final String YAML = "application/yaml";

    private static final int MOST_CHARACTERS = 200_000;
    private static final int DEPTH = 20;

    private final ObjectMapper json;

    DefinitionText(ObjectMapper json) {
        this.json = json;
    }

    /** What is neither JSON nor YAML. */
    public static final class UnreadableTextException extends RuntimeException {
        UnreadableTextException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * The tree.
     *
     * @throws UnreadableTextException when there is none, with line and column
     */
    public JsonNode read(String text, boolean yaml) {
        try {
            // YAML goes through JSON's text, so that equal definitions are equal trees.
            return json.readTree(yaml ? json.writeValueAsString(ofYaml(text)) : ByteOrderMark.without(text));
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new UnreadableTextException("The body is not valid JSON" + where + ".", e);
        } catch (MarkedYAMLException e) {
            String where = e.getProblemMark() == null
                    ? ""
                    : " at line " + (e.getProblemMark().getLine() + 1) + ", column "
                            + (e.getProblemMark().getColumn() + 1);
            throw new UnreadableTextException("The body is not valid YAML" + where + ".", e);
        } catch (YAMLException e) {
            throw new UnreadableTextException(
                    "The body is not YAML of at most " + MOST_CHARACTERS + " characters, " + DEPTH
                            + " deep, without tags.",
                    e);
        }
    }

    private static @Nullable Object ofYaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setNestingDepthLimit(DEPTH);
        options.setMaxAliasesForCollections(10);
        options.setAllowDuplicateKeys(false);
        DumperOptions dumper = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new PlainScalars())
                .load(text);
    }

    /** Only JSON's scalars: {@code 21:00} stays a text and {@code 2026-12-01} a date as it was written. */
    private static final class PlainScalars extends Resolver {
        private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9][0-9]{0,17})");
        private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9][0-9]*)\\.[0-9]+");
        private static final Pattern FLAG = Pattern.compile("true|false");
        private static final Pattern NOTHING = Pattern.compile("null|~|");

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, FLAG, "tf");
            addImplicitResolver(Tag.INT, WHOLE, "-0123456789");
            addImplicitResolver(Tag.FLOAT, DECIMAL, "-0123456789");
            addImplicitResolver(Tag.NULL, NOTHING, "~n\0");
            addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
        }
    }
}
