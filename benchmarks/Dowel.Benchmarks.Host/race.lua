-- wrk -s race.lua URL -- WORK FIRST [PROJECT]   requests of one kind, each with a number of its own from FIRST on
-- claim: as user NUMBER, with a key of that number. write: as user 1, to one of a thousand files. list: as user 1.
local state
local json = { ["Content-Type"] = "application/json" }
local content = string.rep("All work and no play. ", 10)

-- In each thread; the token of a user is its number.
function init(args)
  work, number = args[1], tonumber(args[2])
end

local function token(user) return "Bearer " .. string.format("%043d", user) end

function request()
  local n = number
  number = n + 1
  if work == "claim" then
    return wrk.format("POST", nil, { ["Authorization"] = token(n), ["Idempotency-Key"] = string.format("00000000-0000-4000-8000-%012x", n) })
  elseif work == "write" then
    json["Authorization"] = token(1)
    return wrk.format("PUT", wrk.path .. "/f" .. n % 1000, json, '{"content":"' .. content .. n .. '"}')
  end
  return wrk.format("GET", nil, { ["Authorization"] = token(1) })
end

function setup(thread) state = thread end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"microseconds":%d,"middle":%d,"late":%d,"failed":%d,"next":%d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout, state:get("number")))
end
