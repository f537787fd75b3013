package dev.aisle.publish.site;

import java.net.URI;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Makes pages of Markdown (CommonMark with tables). Links to files become links to their pages. */
final class Markdown {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final Pattern ELSEWHERE = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*|//.*");

    private final Predicate<String> folder;

    /**
     * @param folder whether a path is a folder of the project
     */
    Markdown(Predicate<String> folder) {
        this.folder = folder;
    }

    /** The page of a file. A file without a heading is called by its name. */
    Page page(String file, String text) {
        Node document = PARSER.parse(text);
        Reading reading = new Reading(file);
        document.accept(reading);
        reading.endSection();
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    String slug = reading.slugs.get(node);
                    if (slug != null) {
                        attributes.put("id", slug);
                    }
                    if (tag.equals("pre")) {
                        attributes.put("tabindex", "0");
                    }
                    if (tag.equals("img")) {
                        attributes.put("loading", "lazy");
                    }
                })
                .build();
        String body = renderer.render(document)
                .replace("<table>", "<div class=\"table-box\" tabindex=\"0\"><table>")
                .replace("</table>", "</table></div>");
        String title =
                reading.sections.isEmpty() ? file : reading.sections.getFirst().heading();
        return new Page(file, title, body, reading.sections, reading.links);
    }

    /** Walks through a document once: names its headings, gathers words, turns links. */
    private final class Reading extends AbstractVisitor {
        private final String file;
        private final Slugs names = new Slugs();
        private final IdentityHashMap<Node, String> slugs = new IdentityHashMap<>();
        private final List<Section> sections = new ArrayList<>();
        private final List<Link> links = new ArrayList<>();
        private final StringBuilder words = new StringBuilder();
        private Optional<Section> open = Optional.empty();

        Reading(String file) {
            this.file = file;
        }

        @Override
        public void visit(Heading heading) {
            endSection();
            visitChildren(heading);
            String text = words.toString().strip();
            words.setLength(0);
            String slug = names.next(text);
            slugs.put(heading, slug);
            open = Optional.of(new Section(heading.getLevel(), slug, text, ""));
        }

        void endSection() {
            String text = words.toString().strip().replaceAll("\\s+", " ");
            open.ifPresent(
                    section -> sections.add(new Section(section.level(), section.slug(), section.heading(), text)));
            words.setLength(0);
        }

        @Override
        public void visit(org.commonmark.node.Link link) {
            link.setDestination(turned(link.getDestination()));
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            image.setDestination(turned(image.getDestination()));
            visitChildren(image);
        }

        private String turned(String written) {
            if (ELSEWHERE.matcher(written).matches()) {
                return written;
            }
            int hash = written.indexOf('#');
            String anchor = hash < 0 ? "" : written.substring(hash + 1);
            String path = hash < 0 ? written : written.substring(0, hash);
            String target = path.isEmpty()
                    ? file
                    : Addresses.target(file, URI.create(path).getPath())
                            .map(this::page)
                            .orElse("");
            links.add(new Link(written, target, anchor));
            String address = path.isEmpty() ? "" : Addresses.relative(Addresses.of(file), Addresses.of(target));
            return anchor.isEmpty() ? address : address + "#" + anchor;
        }

        /** A folder is meant by its README, which the decisions get by the build. */
        private String page(String target) {
            return folder.test(target) ? target + "/README.md" : target;
        }

        @Override
        public void visit(Text text) {
            words.append(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            words.append(code.getLiteral());
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            words.append(' ').append(code.getLiteral()).append(' ');
        }

        @Override
        public void visit(FencedCodeBlock code) {
            // What stands behind the language is for the tests that run it.
            code.setInfo(Optional.ofNullable(code.getInfo()).orElse("").strip().replaceAll("\\s.*", ""));
            words.append(' ').append(code.getLiteral()).append(' ');
        }

        @Override
        public void visit(SoftLineBreak line) {
            words.append(' ');
        }

        @Override
        public void visit(HardLineBreak line) {
            words.append(' ');
        }

        @Override
        protected void visitChildren(Node parent) {
            super.visitChildren(parent);
            if (parent instanceof org.commonmark.node.Block || parent instanceof org.commonmark.node.CustomNode) {
                words.append(' ');
            }
        }
    }
}
