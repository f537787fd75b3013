package dev.aisle.ingest.catalog.documents;

import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Documents of a Google Merchant feed, RSS 2.0 or Atom 1.0, read as a stream. A document type is refused, so that nothing
 * outside is fetched and no entity grows.
 *
 * @see <a href="https://support.google.com/merchants/answer/14987622">RSS 2.0 and Atom 1.0 specification</a>
 */
public final class MerchantXml implements Entries {
    private static final String GOOGLE = "http://base.google.com/ns/1.0";
    private static final Set<String> ITEMS = Set.of("item", "entry");
    private static final int DEEPEST = 16;
    private static final int MOST_UNKNOWN = 100;
    private static final int MOST_CHARACTERS = 128 * 1024;

    private final XMLStreamReader xml;
    private final Set<String> unknown = new LinkedHashSet<>();
    private boolean ended;

    private MerchantXml(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** What stops the reading: XML that is none, or that has what is refused. */
    private static final class Refused extends Exception {
        Refused(String message) {
            super(message);
        }
    }

    /** Opens a feed; what is wrong with it shows when it is read. */
    public static MerchantXml open(InputStream stream) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // The JDK counts each &amp; of a feed here, up to 100,000; entities of a feed's own are refused anyway.
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return new MerchantXml(factory.createXMLStreamReader(stream));
    }

    @Override
    public @Nullable Entry next() {
        if (ended) {
            return null;
        }
        int line = 1;
        try {
            while (xml.hasNext()) {
                int event = step();
                line = Math.max(1, xml.getLocation().getLineNumber());
                if (event == XMLStreamConstants.START_ELEMENT && ITEMS.contains(xml.getLocalName())) {
                    return new Entry.Read(line, FlatDocument.of(item()));
                }
            }
            ended = true;
            return null;
        } catch (XMLStreamException | Refused e) {
            ended = true;
            return new Entry.Broken(line, reason(e) + "; nothing was read after it");
        }
    }

    private static String reason(Exception e) {
        return e instanceof Refused refused ? String.valueOf(refused.getMessage()) : "not well-formed XML in this item";
    }

    private int step() throws XMLStreamException, Refused {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new Refused("a document type or an entity of its own is not allowed");
        }
        return event;
    }

    @Override
    public List<String> unknownColumns() {
        return List.copyOf(unknown);
    }

    private void unknown(String element) {
        if (unknown.size() < MOST_UNKNOWN) {
            unknown.add(element);
        }
    }

    /** The texts of the item's own elements. Google's come before those of RSS and Atom with the same name. */
    private Map<String, String> item() throws XMLStreamException, Refused {
        Map<String, String> texts = new HashMap<>();
        Map<String, String> plain = new HashMap<>();
        int characters = 0;
        for (int event = step(); event != XMLStreamConstants.END_ELEMENT; event = step()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                Map<String, String> into = GOOGLE.equals(xml.getNamespaceURI()) ? texts : plain;
                String field = ColumnNames.fieldOf(xml.getLocalName());
                String address = xml.getAttributeValue(null, "href");
                String text = text(MOST_CHARACTERS - characters);
                characters += text.length();
                if (field == null) {
                    unknown(xml.getLocalName());
                } else {
                    into.putIfAbsent(field, text.isBlank() && address != null ? address : text);
                }
            }
        }
        plain.forEach(texts::putIfAbsent);
        return texts;
    }

    /** The text of the element that has just begun, up to its end; what is nested has no meaning here. */
    private String text(int most) throws XMLStreamException, Refused {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (step()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth == 1) {
                        text.append(xml.getText());
                    }
                }
                default -> {
                    // Comments and processing instructions say nothing.
                }
            }
            if (depth > DEEPEST || text.length() > most) {
                throw new Refused("an item of more than " + MOST_CHARACTERS + " characters or nested too deep");
            }
        }
        return text.toString();
    }
}
