package dev.aisle.algorithms.charts;

import java.util.ArrayList;
import java.util.List;

/** Finds a free place beside a mark for its name; a name that finds none is left to the legend. */
final class Labels {
    private static final double LETTER = 6.4;
    private static final double LINE = 12;
    private static final double GAP = 8;

    private final Frame frame;
    private final List<Box> taken = new ArrayList<>();

    Labels(Frame frame) {
        this.frame = frame;
    }

    private record Box(double left, double top, double right, double bottom) {
        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    /** Keeps a mark's own place free of names. */
    void occupy(double x, double y) {
        taken.add(new Box(x - Series.RADIUS, y - Series.RADIUS, x + Series.RADIUS, y + Series.RADIUS));
    }

    /** Writes a name right, left, above or below a mark, wherever it covers nothing. */
    void place(Svg svg, String name, double x, double y) {
        double width = LETTER * name.length();
        Box[] places = {
            new Box(x + GAP, y - LINE / 2, x + GAP + width, y + LINE / 2),
            new Box(x - GAP - width, y - LINE / 2, x - GAP, y + LINE / 2),
            new Box(x - width / 2, y - GAP - LINE, x + width / 2, y - GAP),
            new Box(x - width / 2, y + GAP, x + width / 2, y + GAP + LINE),
            new Box(x + GAP, y - LINE - 2, x + GAP + width, y - 2),
            new Box(x + GAP, y + 2, x + GAP + width, y + LINE + 2),
            new Box(x - GAP - width, y - LINE - 2, x - GAP, y - 2),
            new Box(x - GAP - width, y + 2, x - GAP, y + LINE + 2)
        };
        for (Box box : places) {
            if (fits(box)) {
                taken.add(box);
                svg.text("t s", box.left(), box.bottom() - 2, name);
                return;
            }
        }
    }

    private boolean fits(Box box) {
        boolean inside = box.left() >= frame.left()
                && box.right() <= Frame.WIDTH
                && box.top() >= 0
                && box.bottom() <= frame.bottom();
        return inside && taken.stream().noneMatch(box::overlaps);
    }
}
