package dev.aisle.assistant.knowledge.domain;

/**
 * Takes away from the parser each {@code <} that begins nothing: it would look for the end of each through the whole paragraph, which takes
 * minutes for a megabyte of them. They stand for themselves again in the text that is read out.
 */
final class LoneBrackets {
    /** Of the private use area: stands for a bracket. */
    private static final char STAND_IN = '\uE0F3';

    private static final int LONGEST_TAG = 2_000;

    private LoneBrackets() {}

    static String hide(String markdown) {
        char[] letters = markdown.toCharArray();
        int end = Integer.MAX_VALUE;
        int commentEnd = Integer.MAX_VALUE;
        boolean changed = false;
        for (int at = letters.length - 1; at >= 0; at--) {
            if (letters[at] == '>') {
                end = at;
                commentEnd = at >= 2 && letters[at - 1] == '-' && letters[at - 2] == '-' ? at : commentEnd;
            } else if (letters[at] == '<' && !beginsBlock(markdown, at)) {
                boolean comment = markdown.startsWith("<!--", at);
                boolean other = !comment && (markdown.startsWith("<!", at) || markdown.startsWith("<?", at));
                int close = comment ? commentEnd : end;
                if (other || close == Integer.MAX_VALUE || close - at > LONGEST_TAG) {
                    letters[at] = STAND_IN;
                    changed = true;
                }
            }
        }
        return changed ? new String(letters) : markdown;
    }

    /** Comments that begin a line are blocks, which are looked at once. */
    private static boolean beginsBlock(String markdown, int at) {
        int before = at - 1;
        while (before >= 0 && markdown.charAt(before) == ' ' && at - before <= 3) {
            before--;
        }
        return markdown.startsWith("<!--", at) && (before < 0 || markdown.charAt(before) == '\n');
    }

    static String show(String text) {
        return text.replace(STAND_IN, '<');
    }
}
