package conclave.appliance.sample;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/** The shapes of a round seal: a star in the middle, the owner's name along the upper arc. */
public final class Seal {

    private static final int LONGEST = 22;

    private Seal() {
    }

    public static Shape star(double x, double y, double radius) {
        var star = new Path2D.Double();
        for (int i = 0; i < 10; i++) {
            double reach = i % 2 == 0 ? radius : radius * 0.382;
            double angle = -Math.PI / 2 + i * Math.PI / 5;
            if (i == 0) star.moveTo(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
            else star.lineTo(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
        }
        star.closePath();
        return star;
    }

    public static List<Shape> alongArc(String owner, TypeCase types, double x, double y, double reach, double radius) {
        var characters = owner.codePoints().limit(LONGEST).toArray();
        double sweep = Math.toRadians(Math.min(250, 26.0 * characters.length));
        double size = Math.min(radius * 0.26, reach * sweep / characters.length * 0.95);
        var shapes = new ArrayList<Shape>();
        for (int i = 0; i < characters.length; i++) {
            double angle = characters.length == 1 ? 0 : -sweep / 2 + sweep * i / (characters.length - 1);
            var face = types.faceFor(characters[i], types.hei());
            var place = AffineTransform.getTranslateInstance(x, y);
            place.rotate(angle);
            place.translate(-face.width(characters[i]) * size / 2, -reach + size * 0.3);
            place.scale(size, -size * 1.25);
            shapes.add(place.createTransformedShape(face.outline(characters[i])));
        }
        return shapes;
    }
}
