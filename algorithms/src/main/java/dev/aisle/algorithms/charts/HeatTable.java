package dev.aisle.algorithms.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts in a square of rows and columns with the same names, such as what was taken for what: the larger a count's share of its row, the darker. */
public final class HeatTable {
    private static final double CELL = 18;
    private static final double LEFT = 118;
    private static final double TOP = 20;
    private static final int LONGEST = 17;
    private static final int MOST = (int) ((Frame.WIDTH - LEFT) / CELL);
    private static final String ALONE = "<style>" + Theme.STYLE.strip().replace("\n", "") + "</style>";

    private final List<String> names;
    private final int[][] counts;

    /**
     * A table.
     *
     * @param names of rows and columns, 13 at most (a column is 18 of 360 units wide)
     * @param counts {@code counts[row][column] ≥ 0}
     * @throws IllegalArgumentException when there are more names, or not as many rows and columns
     */
    public HeatTable(List<String> names, int[][] counts) {
        if (names.size() > MOST || counts.length != names.size()) {
            throw new IllegalArgumentException("Expected at most " + MOST + " rows, and as many names");
        }
        this.names = List.copyOf(names);
        List<int[]> rows = new ArrayList<>();
        for (int[] row : counts) {
            if (row.length != names.size()) {
                throw new IllegalArgumentException("Expected as many columns as rows");
            }
            rows.add(row.clone());
        }
        this.counts = rows.toArray(int[][]::new);
    }

    /**
     * The chart.
     *
     * @param id of the image in its page
     * @param what the rows and the columns are
     */
    public String draw(String id, String what) {
        Svg svg = new Svg(id, Frame.WIDTH, (int) (TOP + CELL * names.size() + 4), what, description());
        for (int k = 0; k < names.size(); k++) {
            svg.text("t m", LEFT + CELL * k + CELL / 2, TOP - 6, Integer.toString(k + 1));
            svg.text("t e", LEFT - 6, TOP + CELL * k + CELL / 2 + 4, (k + 1) + " " + shortened(names.get(k)));
            row(k, svg);
        }
        return svg.finished();
    }

    /** The chart as an image of its own, with the style that it needs. */
    public String drawAlone(String id, String what) {
        String drawn = draw(id, what);
        int end = drawn.indexOf('>') + 1;
        return drawn.substring(0, end).replaceFirst("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ")
                + ALONE
                + drawn.substring(end);
    }

    private void row(int row, Svg svg) {
        int all = 0;
        for (int count : counts[row]) {
            all += count;
        }
        for (int column = 0; column < names.size(); column++) {
            int count = counts[row][column];
            double share = all == 0 ? 0 : (double) count / all;
            String hint = String.format(
                    Locale.ROOT, "%s taken for %s: %d of %d", names.get(row), names.get(column), count, all);
            int colour = row == column ? 2 : 1;
            double x = LEFT + CELL * column;
            double y = TOP + CELL * row;
            svg.cell(colour, share, x, y, CELL - 1, hint);
            if (count > 0) {
                svg.text("m", x + CELL / 2 - 0.5, y + CELL / 2 + 3.5, Integer.toString(count));
            }
        }
    }

    private String description() {
        int right = 0;
        int all = 0;
        int worstRow = -1;
        int worstColumn = -1;
        for (int row = 0; row < counts.length; row++) {
            for (int column = 0; column < counts.length; column++) {
                all += counts[row][column];
                right += row == column ? counts[row][column] : 0;
                boolean worse = row != column
                        && counts[row][column] > 0
                        && (worstRow < 0 || counts[row][column] > counts[worstRow][worstColumn]);
                worstRow = worse ? row : worstRow;
                worstColumn = worse ? column : worstColumn;
            }
        }
        String most = worstRow < 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; most often %s was taken for %s, %d times",
                        names.get(worstRow),
                        names.get(worstColumn),
                        counts[worstRow][worstColumn]);
        return String.format(Locale.ROOT, "%d of %d are on the diagonal%s.", right, all, most);
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1) + "…";
    }
}
