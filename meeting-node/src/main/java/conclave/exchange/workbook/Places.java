package conclave.exchange.workbook;

import conclave.meeting.rule.sheet.Finding.Part;
import conclave.meeting.rule.sheet.Finding.Place;
import java.util.List;
import java.util.TreeMap;

/** Which cell each part of a sheet was read from, so that a finding about the part can point at the cell. */
final class Places {

    private final TreeMap<String, Spot> spots = new TreeMap<>();

    /** The last of those that call themselves the same: it is the one that is too many. */
    void put(Part part, String code, String aspect, int row, Spot spot) {
        spots.put(key(part, code, aspect, row), spot);
    }

    /** The cell itself, or the nearest that is known. */
    Spot spot(Place place) {
        for (var key : List.of(key(place.part(), place.code(), place.aspect(), place.row()), key(place.part(), place.code(), place.aspect(), 0),
                key(place.part(), place.code(), "", 0), key(place.part(), "", "", 0))) {
            var spot = spots.get(key);
            if (spot != null) return spot;
        }
        return Spot.FILE;
    }

    private static String key(Part part, String code, String aspect, int row) {
        return part + "\n" + code + "\n" + aspect + "\n" + row;
    }
}
