package conclave.appliance.day;

import conclave.codec.Json;
import java.util.List;
import java.util.TreeMap;

/** The room as its secretary and its experts deal with it, call by call. */
final class Room {

    private Room() {
    }

    static void opensHalfDay(Caller secretary, String half) throws Exception {
        secretary.post("/api/rooms/" + secretary.room() + "/sitting", Json.object().with("half", half)).done();
    }

    static void closesHalfDay(Caller secretary) throws Exception {
        secretary.post("/api/rooms/" + secretary.room() + "/sitting/close", Json.object()).done();
    }

    static void resumes(Caller secretary) throws Exception {
        secretary.post("/api/rooms/" + secretary.room() + "/resume", Json.object()).done();
    }

    static void opensRound(Caller secretary) throws Exception {
        secretary.post("/api/rooms/" + secretary.room() + "/rounds", Json.object()).done();
    }

    static Json.Obj page(Caller secretary) throws Exception {
        return secretary.get("/api/rooms/" + secretary.room()).done();
    }

    static String next(Caller secretary) throws Exception {
        return page(secretary).object("next").text("key");
    }

    static String round(Caller expert) throws Exception {
        return expert.get("/api/desk").done().object("round").text("id");
    }

    /** The expert's own list, by code. */
    static TreeMap<String, Json.Obj> list(Caller expert) throws Exception {
        var list = new TreeMap<String, Json.Obj>();
        for (var row : expert.get("/api/desk").done().list("applicants")) list.put(((Json.Obj) row).text("code"), (Json.Obj) row);
        return list;
    }

    static Json.Obj sheet(String round, int basedOn, List<String> marks) {
        var filled = Json.object();
        for (int i = 0; i < marks.size(); i++) filled = filled.with(Expert.INDICATORS.get(i), marks.get(i));
        return Json.object().with("round", round).with("basedOn", basedOn).with("marks", filled).with("opinion", "材料属实");
    }
}
